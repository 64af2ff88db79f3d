// What is done with the history as a whole, in the environment in use: a file of what is found, and an end to all of it.
/**
 * @import { Code, Environment } from "../contract.js"
 * @import { Wanted } from "./search.js"
 * @import { QuestionWords } from "../page/question.js"
 */
import * as backend from "../backend.js";
import { element, find } from "../page/element.js";
import { inEnvironment } from "../words/environment-name.js";
import { t } from "../words/i18n.js";
import { titled } from "../words/reason-words.js";
import { questionWords } from "../words/question-words.js";
import { exportTroubleWords, exportWords, lossWords } from "./words.js";

/**
 * @param {object} of
 * @param {() => Wanted} of.wanted what is looked for now
 * @param {() => Environment} of.environment
 * @param {(words: QuestionWords) => Promise<boolean>} of.ask
 * @param {() => boolean} of.mayExport whether the administrator lets it be taken along
 * @param {() => void} of.onDeleted
 */
export function createHistoryActions({ wanted, environment, ask, mayExport, onDeleted }) {
  const foot = find("#history-foot", HTMLElement);
  const done = find("#history-done", HTMLElement);
  const exporting = find("#history-export", HTMLElement);
  exporting.addEventListener("click", exportFound);
  find("#history-delete", HTMLElement).addEventListener("click", deleteAll);

  function clear() {
    done.replaceChildren();
  }

  async function exportFound() {
    clear();
    try {
      const { path, entries } = await backend.exportHistory({ ...wanted(), older_than: null }, exportWords());
      const text = t("history.exported.text", { count: entries, where: inEnvironment(environment()) });
      say({ title: t("history.exported.title"), text }, element("p", { class: "history-path" }, path));
    } catch (code) {
      say(exportTroubleWords(/** @type {Code} */ (code)));
    }
  }

  async function deleteAll() {
    clear();
    const text = t("question.delete-history.text", { where: inEnvironment(environment()) });
    if (!(await ask(questionWords("delete-history", text)))) return;
    try {
      await backend.deleteHistory();
    } catch (code) {
      if (code !== "journal-still-read") return say(lossWords(code) ?? { title: t("history.not-deleted.title"), text: t("history.not-deleted.text") });
      say(titled(code));
    }
    onDeleted();
  }

  /** @param {{ title: string, text: string }} words @param {...HTMLElement} rest */
  function say({ title, text }, ...rest) {
    done.replaceChildren(element("p", { class: "history-done-title" }, title), element("p", {}, text), ...rest);
  }

  return {
    clear,
    /** @param {{ any: boolean, all: boolean }} what */
    show({ any, all }) {
      foot.hidden = !any && all && !done.hasChildNodes();
      exporting.hidden = !any || !mayExport();
    },
  };
}
