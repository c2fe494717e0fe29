// Progressive enhancement: the viewer's time zone, charts with pointer and keyboard, live progress, selection of two runs.
// Every page also works without it.

// Asking for the zone wakes the browser's calendars, which takes a telephone longer than all else here: not while the page comes to stand.
(window.requestIdleCallback ?? setTimeout)(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.split("; ").includes("tz=" + encodeURIComponent(zone))) {
    document.cookie = "tz=" + encodeURIComponent(zone) + "; path=/; max-age=31536000; samesite=lax";
  }
});

// ---------- values as people read them (as ValueText does on the server) ----------
const grouped = (value, decimals = 0) => value.toLocaleString("en", { maximumFractionDigits: decimals });
const readers = {
  milliseconds: v => v < 999.5 ? grouped(v) + " ms" : v < 59950 ? (v / 1000).toFixed(v < 9995 ? 2 : 1) + " s" : Math.floor(v / 60000) + " min " + Math.round(v % 60000 / 1000) + " s",
  bytes: v => v < 999.5 ? grouped(v) + " B" : v < 999500 ? (v / 1e3).toFixed(v < 9950 ? 1 : 0) + " KB" : (v / 1e6).toFixed(v < 9995000 ? 2 : 1) + " MB",
  count: v => grouped(v),
  ratio: v => v.toFixed(v !== 0 && v < 0.01 ? 3 : 2),
};
// Texts of the message bundle, which the page passes in attributes: {0}, {1} are arguments.
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
    this.read = data.metric === "SCORE" ? v => String(Math.round(v * 100)) : readers[data.unit];
    let at = this.from;
    this.points = data.points ? data.points.split(" ").map(pair => {
      const [secondsLater, value] = pair.split(":");
      at += secondsLater * 1000;
      return { at, value: +value };
    }) : [];
    const parse = text => (text ? text.split(" ") : []).map(one => one.split(":").map(Number)).map(([seconds, ...values]) => ({ at: this.from + seconds * 1000, values }));
    this.line = parse(data.line);
    this.others = [...svg.querySelectorAll("[data-name]")].map(one => ({ name: one.dataset.name, line: parse(one.dataset.line) }));
    this.limit = data.limit;
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
      this.limit && text(this.box, "textBudget", this.read(+this.limit)),
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

  // Texts are one below the other, elements stay beside their text.
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

for (const group of document.querySelectorAll("[data-charts]")) {
  const plots = [...group.querySelectorAll("[data-plot] svg[data-points]")].map(svg => new Plot(svg));
  plots.forEach(plot => wire(plot, plots.filter(other => other !== plot)));
}

// ---------- compare boxes: two at most, the oldest choice gives way ----------
for (const form of document.querySelectorAll("[data-pick-two]")) {
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
}

// ---------- parts of a page that their links change: fetched and put in place, with address and back button ----------
const swap = async (address, remember) => {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
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

// ---------- live progress: asks every second, for as long as a run may take ----------
const live = document.querySelector("[data-live]");
if (live) {
  const until = Date.now() + 15 * 60_000;
  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: "application/json" } });
      const { state, text, share } = await answer.json();
      if (state === "ended") {
        if (live.closest("[data-swap]")) await swap(location.href, false); else location.reload();
        return;
      }
      live.querySelector("[data-live-text]").textContent = text;
      live.querySelector("progress").value = share;
    } catch { /* the server is away for a moment: the next question tells */ }
    if (Date.now() < until) setTimeout(ask, 1000);
  };
  ask();
}
