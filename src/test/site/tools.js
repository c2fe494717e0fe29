'use strict';
/* For fixture pages. Times are ms since navigation start. */
const at = (millis, action) => setTimeout(action, Math.max(0, millis - performance.now()));
const work = millis => { for (const end = performance.now() + millis; performance.now() < end;); };
const add = (tag, text, style = '') => {
  const element = document.createElement(tag);
  element.textContent = text;
  element.style.cssText = style;
  document.body.append(element);
  return element;
};
const LARGE = 'font-size:48px;height:220px;margin:0';
