// The name of an environment, by itself and in a sentence; and which one is in use.
/** @import { Environment } from "../contract.js" */
import { t } from "./i18n.js";

/** @type {Environment} */
let inUse = "production";

/** @param {Environment} environment */
export function setEnvironment(environment) {
  inUse = environment;
}

export const environmentInUse = () => inUse;

/** @param {Environment} environment */
export const environmentName = (environment) => t(`environment.${environment}`);

/** As it stands in a sentence: in Production. @param {Environment} environment */
export const inEnvironment = (environment) => t(`environment.${environment}.in`);
