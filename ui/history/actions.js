// What is done with the history as a whole, in the environment in use: a file of what is found, and an end to all of it.
/**
 * @import { Environment } from "../contract.js"
 * @import { Wanted } from "./search.js"
 * @import { QuestionWords } from "../page/question.js"
 */
import * as backend from "../backend.js";
import { element, find } from "../page/element.js";
import { environmentName, inEnvironment } from "../words/environment-name.js";
import { reason, t } from "../words/i18n.js";
import { exportWords, lossWords } from "./words.js";

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
      const what = t("history.exported.text", { count: entries, environment: environmentName(environment()) });
      say(t("history.exported.title"), what, element("p", { class: "history-path" }, path));
    } catch (code) {
      if (code !== "export-failed") return sayTrouble(code, t("history.not-exported.title"), t("history.trouble.text"));
      const { title, meaning, next } = reason(code);
      say(title, `${meaning} ${next}`);
    }
  }

  async function deleteAll() {
    clear();
    const go = await ask({
      title: t("question.delete-history.title"),
      text: t("question.delete-history.text", { where: inEnvironment(environment()) }),
      stay: t("question.delete-history.stay"),
      go: t("question.delete-history.go"),
    });
    if (!go) return;
    try {
      await backend.deleteHistory();
    } catch (code) {
      if (code !== "journal-still-read") return sayTrouble(code, t("history.not-deleted.title"), t("history.not-deleted.text"));
      const { title, meaning, next } = reason(code);
      say(title, `${meaning} ${next}`);
    }
    onDeleted();
  }

  /** A journal that was lost is told of by whatever is done first. @param {unknown} code @param {string} title @param {string} text */
  function sayTrouble(code, title, text) {
    const lost = lossWords(code);
    say(lost?.title ?? title, lost?.text ?? text);
  }

  /** @param {string} title @param {string} text @param {...HTMLElement} rest */
  function say(title, text, ...rest) {
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
