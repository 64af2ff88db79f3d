// The name of an environment, by itself and in a sentence.
/** @import { Environment } from "../contract.js" */
import { t } from "./i18n.js";

/** @param {Environment} environment */
export const environmentName = (environment) => t(`environment.${environment}`);

/** As it stands in a sentence: in Production. @param {Environment} environment */
export const inEnvironment = (environment) => t(`environment.${environment}.in`);
