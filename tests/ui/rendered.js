// The guide as a page that can be printed: what of Markdown it is written in, plainly rendered.

const STYLE = `
@page { size: A4; margin: 10mm; }
body { margin: 0; font: 10pt/1.35 system-ui, sans-serif; }
h1, h2 { margin: 0.7em 0 0.35em; line-height: 1.2; break-after: avoid; }
h1 { font-size: 18pt; margin-block-start: 0; } h2 { font-size: 13pt; }
p, ol, table { margin: 0 0 0.6em; } ol { padding-inline-start: 1.5em; }
table { border-collapse: collapse; } th, td { padding: 0.2em 0.6em; border: 1px solid #ccc; vertical-align: top; text-align: start; }
tr { break-inside: avoid; } img { max-width: 100%; } img[align=right] { float: right; margin: 0 0 0.6em 1em; }`;

const inline = (text) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "<a>$1</a>")
    .replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>")
    .replace(/\*([^*]+)\*/g, "<i>$1</i>");

const row = (line, tag) => `<tr>${line.slice(1, -1).split("|").map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join("")}</tr>`;

/** @param {string[]} lines */
function block(lines) {
  const [first = ""] = lines;
  const heading = first.match(/^(#+) (.+)$/);
  if (heading) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  if (first.startsWith("|")) return `<table>${row(first, "th")}${lines.slice(2).map((line) => row(line, "td")).join("")}</table>`;
  if (first.startsWith("<img")) return first;
  if (/^\d+\. /.test(first)) return `<ol>${lines.join(" ").split(/(?:^| )\d+\. (?=\*\*)/).slice(1).map((item) => `<li>${inline(item)}</li>`).join("")}</ol>`;
  return `<p>${inline(lines.join(" "))}</p>`;
}

/** @param {string} text in Markdown @param {URL} base whatever is shown lies beside it */
export function rendered(text, base) {
  const blocks = text.trim().split(/\n\s*\n/).map((part) => block(part.split("\n").map((line) => line.trim())));
  return `<!doctype html><meta charset="utf-8"><base href="${base}"><style>${STYLE}</style>${blocks.join("\n")}`;
}
