// Icons drawn here, so that the page fetches nothing. Each kind has a shape of its own: colour only repeats it.

const SHAPES = {
  // Results, 24 by 24, drawn with a pen
  sent: ["M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z", "M7.5 12.4l3.1 3.1l6-6.6"],
  "not-sent": ["M8.1 2.5h7.8l5.6 5.6v7.8l-5.6 5.6H8.1l-5.6-5.6V8.1z", "M8.8 8.8l6.4 6.4", "M15.2 8.8l-6.4 6.4"],
  unknown: ["M12 3L22 20.5H2z", "M9.9 11.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4", "M12 17.4v.1"],
  "under-way": ["M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z", "M7.5 12v.1", "M12 12v.1", "M16.5 12v.1"],
  // Environments
  practice: ["M2.5 9.5L12 5l9.5 4.5L12 14z", "M6.5 11.6v4.6c3 2.6 8 2.6 11 0v-4.6"],
  demo: ["M12 3L22 20.5H2z", "M12 9.5v5", "M12 17.4v.1"],
  production: ["M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14z"],
  local: ["M3.5 5h17v11h-17z", "M8.5 20h7", "M12 16v4"],
  // What a reservation stands at
  "not-paid": ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z"],
  reserved: ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M9.8 9v6", "M14.2 9v6"],
  paid: ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M8 12.3l2.8 2.8l5.2-5.6"],
  completed: ["M2 12.6l4.4 4.4l9-9.8", "M11.4 16.2l.8.8l9.3-9.8"],
  expired: ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M12 7.5v4.8l3.2 1.9"],
  cancelled: ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M6.2 17.8L17.8 6.2"],
  invoiced: ["M6 3.5h12v17l-3-2l-3 2l-3-2l-3 2z", "M9.5 8.5h5", "M9.5 12.5h5"],
  refunded: ["M8.2 5L4.5 8.7l3.7 3.7", "M4.5 8.7h9a5 5 0 0 1 0 10H9"],
  "partly-refunded": ["M8.2 5L4.5 8.7l3.7 3.7", "M4.5 8.7h9a5 5 0 0 1 5 5"],
  "other-status": ["M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z", "M9.9 9.7a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4", "M12 16v.1"],
  // Where a link is on its way to being paid
  due: ["M4 6h16v14H4z", "M4 10.5h16", "M8.5 3.5v4", "M15.5 3.5v4"],
  failed: ["M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z", "M12 7v6", "M12 16.6v.1"],
  opened: ["M2 12c4.5-7.5 15.5-7.5 20 0c-4.5 7.5-15.5 7.5-20 0z", "M12 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"],
  unopened: ["M3 5.5h18v13H3z", "M3.500 6.5l8.5 6.5l8.5-6.5"],
  go: ["M9 5.5l6.5 6.5l-6.5 6.5"],
  // A link whose loop is a curved arrow: the sign of the app
  link: ["M9.75 6H8.25a4.5 4.5 0 0 0 0 9h1.5", "M9 10.5h4.5", "M14.25 6h1.5a4.5 4.5 0 0 1 0 9h-1.5", "M16.9 12.4L14.25 15l2.65 2.6"],
};

/** @typedef {keyof typeof SHAPES} IconName */

/**
 * @param {IconName} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}
