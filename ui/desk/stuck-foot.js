// The foot of the form, told whether it is stuck to the window's edge over more of the form: only then it looks like a bar.
import { find } from "../page/element.js";

export function watchFoot() {
  const foot = find(".send-foot", HTMLElement);
  new IntersectionObserver(([end]) => {
    foot.classList.toggle("stuck", end !== undefined && !end.isIntersecting && end.boundingClientRect.top > 0);
  }).observe(find("#form-end", HTMLElement));
}
