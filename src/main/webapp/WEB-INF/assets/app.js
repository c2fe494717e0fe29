// Progressive enhancement: the viewer's time zone, charts with pointer and keyboard, live progress, selection of two runs.
// Every page also works without it.

// Reading the time zone loads calendar data, which is slow on phones, so it waits until the page is idle.
(window.requestIdleCallback ?? setTimeout)(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.split("; ").includes("tz=" + encodeURIComponent(zone))) {
    const base = new URL("../../", import.meta.url).pathname; // of the server, as this file is BASE/assets/FINGERPRINT/app.js
    document.cookie = "tz=" + encodeURIComponent(zone) + "; path=" + base + "; max-age=31536000; samesite=lax";
  }
});

// ---------- values as text, the same as MetricFormat and DurationFormat on the server (a test compares them) ----------
const shift = (value, places) => {
  const [digits, exponent = 0] = String(value).split("e");
  return Number(digits + "e" + (Number(exponent) + places));
};
// Rounds half up by the decimal digits of the value: (1.005, 2) is 1.01.
const round = (value, decimals) => shift(Math.round(shift(value, decimals)), -decimals);
const grouped = text => text.replace(/^\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ","));
const stripped = text => text.replace(/(\.\d*?)0+(?!\d)/, "$1").replace(/\.(?!\d)/, "");
const units = (seconds, largest) => {
  const parts = [];
  for (const [size, symbol] of [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"]].filter(([size]) => size <= largest)) {
    const count = size === 1 ? round(seconds, 6) : Math.floor(seconds / size);
    if (count) parts.push(count + " " + symbol);
    seconds -= count * size;
  }
  return parts.join(" ");
};
const inTwoUnits = (seconds, extra) => {
  if (round(seconds, extra) < 5400) return units(round(seconds, extra), 60);
  const toMinute = Math.round(seconds / 60) * 60;
  const fine = extra ? round(seconds, extra - 1) : toMinute;
  if (fine < 129600) return units(fine, 3600);
  return units(extra > 1 ? round(seconds, extra - 2) : extra ? toMinute : Math.round(seconds / 3600) * 3600, 86400);
};
const formats = {
  milliseconds: (v, extra) => {
    if (round(v, extra) < 1000) return round(v, extra).toFixed(extra) + " ms";
    const seconds = shift(v, -3);
    if (round(seconds, 2 + extra) < 10) return round(seconds, 2 + extra).toFixed(2 + extra) + " s";
    return round(seconds, 1 + extra) < 90 ? round(seconds, 1 + extra).toFixed(1 + extra) + " s" : inTwoUnits(seconds, extra);
  },
  bytes: (v, extra) => {
    if (round(v, extra) < 1000) return round(v, extra).toFixed(extra) + " B";
    for (const [places, symbol] of [[-3, "kB"], [-6, "MB"], [-9, "GB"]]) {
      for (let decimals = 2; decimals >= 0; decimals--) {
        const rounded = round(shift(v, places), decimals + extra);
        if (rounded < 10 ** (3 - decimals)) return rounded.toFixed(decimals + extra) + " " + symbol;
      }
    }
    return grouped(round(shift(v, -9), extra).toFixed(extra)) + " GB";
  },
  count: (v, extra) => grouped(round(v, extra).toFixed(extra)),
  percent: (v, extra) => {
    const isEnd = share => share === 0 || share === 100;
    let decimals = 2 + extra;
    while (decimals < 8 && isEnd(round(v, decimals)) && !isEnd(v)) decimals++;
    return grouped(stripped(round(v, decimals).toFixed(decimals))) + " %";
  },
  ratio: (v, extra) => {
    const text = round(v, 3 + extra).toFixed(3 + extra);
    return text.slice(0, -1 - extra) + text.slice(-1 - extra).replace(/0+$/, "");
  },
  score: (v, extra) => grouped(round(shift(v, 2), extra).toFixed(extra)),
};
export const format = (unit, value, extra = 0) => formats[unit](value, extra);
// With the digits of the threshold.
export const formatLimit = (unit, limit) => {
  let extra = 0;
  while (extra < 6 && stripped(format(unit, limit, extra)) !== stripped(format(unit, limit, 6))) extra++;
  return format(unit, limit, extra);
};
// With more digits if a value and its threshold differ but would look equal.
export const formatAgainst = (unit, value, limit) => {
  if (value === limit) return formatLimit(unit, limit);
  const same = text => text === formatLimit(unit, limit);
  let extra = 0;
  while (extra < 6 && (format(unit, value, extra) === format(unit, limit, extra) || same(format(unit, value, extra)))) extra++;
  return format(unit, value, extra);
};
// Texts of the message bundle, passed in attributes; {0} and {1} are arguments.
const text = (box, name, ...parts) => (box.dataset[name] ?? "").replace(/\{(\d)}/g, (_, n) => parts[n]);
let calendar;
const clock = at => (calendar ??= new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })).format(at);

// ---------- charts ----------
class Plot {
  constructor(svg) {
    const data = svg.dataset;
    this.svg = svg;
    this.tall = !svg.classList.contains("chart-small");
    this.from = +data.from;
    this.to = +data.to;
    this.low = +data.low;
    this.high = +data.high;
    this.top = +data.top;
    this.bottom = +data.bottom;
    this.limits = data.limit ? data.limit.split(" ").map(Number) : [];
    // Compared with the closest limit, so that a value never looks equal to one that it is not.
    const closest = v => this.limits.reduce((one, other) => Math.abs(other - v) < Math.abs(one - v) ? other : one);
    this.read = v => this.limits.length ? formatAgainst(data.unit, v, closest(v)) : format(data.unit, v);
    let at = this.from;
    this.points = data.points ? data.points.split(" ").map(pair => {
      const [secondsLater, value] = pair.split(":");
      at += secondsLater * 1000;
      return { at, value: +value };
    }) : [];
    const parse = text => (text ? text.split(" ") : []).map(one => one.split(":").map(Number)).map(([seconds, ...values]) => ({ at: this.from + seconds * 1000, values }));
    this.line = parse(data.line);
    this.others = [...svg.querySelectorAll("[data-name]")].map(one => ({ name: one.dataset.name, line: parse(one.dataset.line) }));
    this.markers = [...svg.querySelectorAll("[data-at]")].map(one => ({ at: +one.dataset.at, text: one.querySelector("title").textContent }));
    this.box = svg.closest("[data-plot]");
    this.cursor = this.layer("cursor");
    this.point = this.layer("point");
    this.tip = this.layer("tip");
    this.selection = this.layer("selection");
    this.selection.hidden = true;
    this.hide();
  }

  layer(name) {
    const element = document.createElement("div");
    element.className = name;
    element.setAttribute("aria-hidden", "true");
    this.box.append(element);
    return element;
  }

  hide() {
    for (const layer of [this.cursor, this.point, this.tip]) layer.hidden = true;
  }

  share(at) { return (at - this.from) / (this.to - this.from); }

  height(value) { return this.bottom - (value - this.low) / (this.high - this.low) * (this.bottom - this.top); }

  // The other values at that time: median and quartiles, budget, other series.
  beside(at) {
    const newest = line => line.filter(one => one.at <= at).at(-1) ?? line[0];
    const own = newest(this.line);
    return [
      own && text(this.box, "textSpread", ...own.values.slice(0, 3).map(this.read)),
      this.limits.length > 0 && text(this.box, "textBudget", this.limits.map(this.read).join(", ")),
      ...this.others.filter(one => one.line.length).map(one => text(this.box, "textSeries", one.name, this.read(newest(one.line).values[0]))),
    ].filter(Boolean);
  }

  nearest(at) {
    let low = 0, high = this.points.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.points[middle].at < at) low = middle + 1; else high = middle;
    }
    const before = this.points[low - 1], here = this.points[low];
    return before && here && at - before.at < here.at - at ? low - 1 : low;
  }

  show(at) {
    const left = this.share(at) * 100;
    this.cursor.hidden = false;
    this.cursor.style.left = left + "%";
    const found = this.points[this.nearest(at)];
    const happened = !this.tall ? [] : this.markers.filter(one => Math.abs(this.share(one.at) - this.share(at)) < 0.008).map(one => one.text + ", " + clock(one.at));
    if (!found || Math.abs(this.share(found.at) - this.share(at)) > 0.06) {
      this.point.hidden = this.tip.hidden = true;
      if (happened.length) this.say(left, this.top, happened);
      return happened.length ? found ?? null : null;
    }
    const x = this.share(found.at) * 100, y = this.height(found.value);
    this.point.hidden = this.tip.hidden = false;
    this.point.style.left = x + "%";
    this.point.style.top = y + "px";
    this.say(x, y, [Object.assign(document.createElement("b"), { textContent: this.read(found.value) }), " · " + clock(found.at), ...(this.tall ? this.beside(found.at) : []), ...happened]);
    return found;
  }

  // Texts are stacked; elements stay beside their text.
  say(x, y, what) {
    this.tip.hidden = false;
    this.tip.replaceChildren(...what.flatMap((one, i) => i && typeof what[i - 1] === "string" ? [document.createElement("br"), one] : [one]));
    const width = this.tip.offsetWidth, whole = this.box.clientWidth, wish = x / 100 * whole;
    this.tip.style.left = Math.min(Math.max(wish, width / 2), whole - width / 2) + "px";
    const height = this.tip.offsetHeight;
    this.tip.style.top = (y > height + 16 ? y - 12 : y + height + 16) + "px";
  }
}

function wire(main, others) {
  const { box } = main;
  const every = [main, ...others];
  const instant = event => {
    const area = box.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - area.left) / area.width));
    return main.from + share * (main.to - main.from);
  };
  const show = at => every.forEach(plot => plot.show(at));
  let start = null, index = -1, picked = null;
  const speak = words => { const said = box.querySelector("[aria-live]"); if (said) said.textContent = words; };
  const drop = () => { picked = null; box.querySelector(".point.picked")?.remove(); };

  const open = (found, comparing) => {
    if (!found || !box.dataset.runs) return;
    const address = box.dataset.runs + "&at=" + new Date(found.at).toISOString();
    if (!comparing) { location.href = address; return; }
    if (picked?.at === found.at) { drop(); speak(text(box, "textDeselected")); return; }
    if (picked === null) {
      picked = found;
      speak(text(box, "textSelected", main.read(found.value), clock(found.at)));
      const mark = main.layer("point picked");
      mark.style.left = main.share(found.at) * 100 + "%";
      mark.style.top = main.height(found.value) + "px";
      return;
    }
    const [a, b] = [picked, found].sort((one, two) => one.at - two.at).map(one => new Date(one.at).toISOString());
    location.href = box.dataset.compare + "&atA=" + a + "&atB=" + b;
  };

  box.addEventListener("pointermove", event => {
    const at = instant(event);
    if (start === null) { show(at); return; }
    const [left, right] = [start, at].map(one => main.share(one) * 100).sort((a, b) => a - b);
    main.selection.hidden = false;
    main.selection.style.left = left + "%";
    main.selection.style.width = right - left + "%";
  });
  box.addEventListener("pointerleave", () => { if (start === null) every.forEach(plot => plot.hide()); });
  box.addEventListener("pointerdown", event => {
    if (event.button === 0 && event.pointerType === "mouse" && box.dataset.zoom) {
      start = instant(event);
      box.setPointerCapture(event.pointerId);
      event.preventDefault();
      box.focus({ preventScroll: true });
    }
  });
  box.addEventListener("pointerup", event => {
    const begin = start, end = instant(event);
    start = null;
    main.selection.hidden = true;
    if (begin !== null && Math.abs(main.share(end) - main.share(begin)) > 0.012) {
      const [from, to] = [begin, end].sort((a, b) => a - b).map(at => new Date(at).toISOString());
      location.href = box.dataset.zoom + "&from=" + from + "&to=" + to;
    } else if (begin !== null) {
      open(main.show(end), event.shiftKey);
    }
  });
  box.addEventListener("keydown", event => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
    const last = main.points.length - 1;
    if (last < 0) return;
    if (step) index = Math.min(last, Math.max(0, (index < 0 ? last + 1 : index) + step));
    else if (event.key === "Home") index = 0;
    else if (event.key === "End") index = last;
    else if (event.key === "Enter" && index >= 0) { open(main.points[index], event.shiftKey); return; }
    else if (event.key === "Escape") { every.forEach(plot => plot.hide()); drop(); index = -1; return; }
    else return;
    event.preventDefault();
    show(main.points[index].at);
    speak([main.read(main.points[index].value), clock(main.points[index].at), ...main.beside(main.points[index].at)].join(", "));
  });
}

const wireCharts = group => {
  const plots = [...group.querySelectorAll("[data-plot] svg[data-points]")].map(svg => new Plot(svg));
  plots.forEach(plot => wire(plot, plots.filter(other => other !== plot)));
};

// ---------- checkboxes to compare two runs: a third selection replaces the oldest ----------
const wirePickTwo = form => {
  const chosen = [];
  const button = form.querySelector("[type=submit]");
  const update = () => { button.disabled = chosen.length !== 2; };
  form.querySelectorAll("[type=checkbox]").forEach(box => { if (box.checked) chosen.push(box); });
  form.addEventListener("change", event => {
    if (event.target.type !== "checkbox") return;
    if (event.target.checked) chosen.push(event.target); else chosen.splice(chosen.indexOf(event.target), 1);
    if (chosen.length > 2) chosen.shift().checked = false;
    update();
  });
  update();
};

// ---------- links that replace a part of the page, with URL and back button ----------
let newestSwap = 0;
const swap = async (address, remember) => {
  const mine = ++newestSwap;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== newestSwap) return;
  if (remember) history.pushState({ swapped: true }, "", address);
  for (const part of document.querySelectorAll("[data-swap]")) {
    const other = fresh.getElementById(part.id);
    if (other) part.replaceChildren(...other.childNodes);
  }
};
document.addEventListener("click", event => {
  const link = event.target.closest("[data-swap] a");
  const same = link && new URL(link.href).pathname === location.pathname;
  if (!same || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const focused = [...link.closest("[data-swap]").querySelectorAll("a")].indexOf(link), id = link.closest("[data-swap]").id;
  swap(link.href, true).then(() => document.getElementById(id).querySelectorAll("a")[focused]?.focus({ preventScroll: true }), () => { location.href = link.href; });
});
addEventListener("popstate", () => { if (document.querySelector("[data-swap]")) swap(location.href, false).catch(() => location.reload()); });

// ---------- the next runs of a schedule, while it is edited ----------
const wireSchedule = schedule => {
  const { form } = schedule, names = schedule.dataset.schedule.split(" ");
  let pause;
  form.addEventListener("input", event => {
    if (!names.includes(event.target.name)) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      const fields = [...new FormData(form)].filter(([name]) => names.includes(name));
      swap(form.getAttribute("action") + "?" + new URLSearchParams(fields), false).catch(() => { /* the next input retries */ });
    }, 300);
  });
};

// ---------- live progress: polls every second up to the longest duration of a run, then shows the result in place ----------
const showResult = async () => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!answer.ok || !main) { location.reload(); return; }
  document.querySelector("main").replaceChildren(...main.childNodes);
  enhance();
};
const watch = live => {
  const until = Date.now() + 15 * 60_000;
  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: "application/json" } });
      const { state, text, share } = await answer.json();
      if (state === "ended") {
        await (live.closest("[data-swap]") ? swap(location.href, false) : showResult());
        return;
      }
      live.querySelector("[data-live-text]").textContent = text;
      live.querySelector("progress").value = share;
    } catch { /* temporarily unavailable: the next request retries */ }
    if (Date.now() < until) setTimeout(ask, 1000);
  };
  ask();
};

const enhance = () => {
  document.querySelectorAll("[data-charts]").forEach(wireCharts);
  document.querySelectorAll("[data-pick-two]").forEach(wirePickTwo);
  document.querySelectorAll("[data-schedule]").forEach(wireSchedule);
  const live = document.querySelector("[data-live]");
  if (live) watch(live);
};
enhance();
