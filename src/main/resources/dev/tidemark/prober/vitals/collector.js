/*
 * Runs in an isolated world in every frame, before the page's code, and reports each performance entry immediately.
 * The isolated world shares the DOM with the page but none of its objects: overrides and deletions by the page have no effect.
 * Names of form controls can shadow properties of elements and of document, so these are read by their original getters.
 */
(() => {
  'use strict';
  const send = globalThis['@BINDING@'];
  if (typeof send !== 'function' || globalThis['@BINDING@.started'] || location.protocol === 'chrome-error:') return;
  globalThis['@BINDING@.started'] = true;

  const MAIN = window === window.top;
  const DOCUMENT = performance.timeOrigin + '/' + Math.random().toString(36).slice(2);
  const LIMITS = {paint: 10, lcp: 3000, shift: 3000, task: 3000, script: 3000, event: 1000, mark: 300, measure: 300, nav: 10, res: 300};
  const MAX_TEXT = 1000;
  const MAX_SELECTOR = 100;
  const HEARTBEAT_MILLIS = 500;

  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return node => Reflect.apply(get, node, []);
  };
  const nodeName = getter(Node, 'nodeName');
  const nodeType = getter(Node, 'nodeType');
  const parentNode = getter(Node, 'parentNode');
  const idOf = getter(Element, 'id');
  const classesOf = getter(Element, 'classList');
  const rootOf = getter(Document, 'documentElement');
  const headOf = getter(Document, 'head');
  const firstChild = getter(Node, 'firstChild');
  const nextSibling = getter(Node, 'nextSibling');
  const textOf = getter(Node, 'textContent');
  const attribute = (node, name) => Reflect.apply(Element.prototype.getAttribute, node, [name]);

  const sent = {};
  const report = (kind, message) => {
    const count = sent[kind] = (sent[kind] || 0) + 1;
    const limit = LIMITS[kind];
    if (limit && count > limit) {
      if (count === limit + 1) send(JSON.stringify({d: DOCUMENT, m: MAIN, k: 'limit', n: kind}));
      return;
    }
    send(JSON.stringify({d: DOCUMENT, m: MAIN, k: kind, ...message}));
  };
  const cut = text => {
    const whole = text ? String(text) : '';
    return whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole;
  };

  /* The selector format of the web-vitals library: html>body>main>h1.title, up to an element with an id. */
  const selector = start => {
    let whole = '';
    try {
      for (let node = start; node && nodeType(node) !== 9; node = parentNode(node)) {
        const part = partOf(node);
        if (whole.length + part.length > MAX_SELECTOR - 1) return whole || cut(part);
        whole = whole ? part + '>' + whole : part;
        if (part[0] === '#') break;
      }
    } catch {
      // The partial selector is still useful.
    }
    return whole;
  };
  const partOf = node => {
    if (nodeType(node) !== 1) return nodeName(node).toUpperCase().replace(/^#/, '');
    const id = idOf(node);
    return id ? '#' + id : [nodeName(node).toLowerCase(), ...Array.from(classesOf(node)).sort()].join('.');
  };

  const observe = (type, options, each) => {
    try {
      new PerformanceObserver(list => list.getEntries().forEach(each)).observe({type, buffered: true, ...options});
    } catch {
      // This browser does not support the entry type: its metrics stay absent.
    }
  };

  /* The last few fetches per URL, [request start, response end, size of the body]: the resource timing buffer is limited to 250 entries. */
  const resources = new Map();
  let pendingPaint = null;
  const fetchOf = (url, before) => {
    const all = resources.get(url) || [];
    return all.findLast(one => one[0] <= before);
  };
  const resource = entry => {
    if (!resources.has(entry.name) && resources.size >= 3000) return;
    const all = resources.get(entry.name) || [];
    all.push([entry.requestStart || entry.startTime, entry.responseEnd, entry.decodedBodySize]);
    if (all.length > 4) all.shift();
    resources.set(entry.name, all);
    if (pendingPaint && pendingPaint.url === entry.name) {
      const [rs, re] = all.at(-1);
      if (rs <= pendingPaint.startTime) report('res', {u: cut(entry.name), rs, re});
    }
  };

  /* Only the page knows the size of a body read straight into a blob or a cache: queried at the end if needed. */
  globalThis['@BINDING@.bodies'] = urls => urls.map(url => Math.max(0, ...(resources.get(url) || []).map(one => one[2])));

  const largestPaint = entry => {
    largest = entry;
    const fetched = entry.url ? fetchOf(entry.url, entry.startTime) : undefined;
    pendingPaint = entry.url && !fetched ? entry : null;
    const sel = entry.element ? selector(entry.element) : entry.id ? '#' + cut(entry.id) : '';
    report('lcp', {t: entry.startTime, z: entry.size, u: cut(entry.url), s: sel, rs: fetched && fetched[0], re: fetched && fetched[1]});
  };

  /* Positions of elements for the screenshot: queried in the filmstrip load only, as it forces a layout. */
  let largest = null;
  const moved = [];
  const MAX_MOVED = 30;
  const boxOf = ({x, y, width, height}) => [x, y, width, height];
  const recordShift = entry => {
    for (const source of entry.sources || []) {
      if (moved.length < MAX_MOVED && !entry.hadRecentInput) moved.push(boxOf(source.currentRect));
    }
  };
  globalThis['@BINDING@.marks'] = () => {
    const element = largest && largest.element;
    const lcp = element ? boxOf(Reflect.apply(Element.prototype.getBoundingClientRect, element, [])) : null;
    return JSON.stringify({lcp, moved});
  };

  const navigation = () => {
    const entry = performance.getEntriesByType('navigation')[0];
    if (entry) report('nav', {rs: entry.responseStart, dcl: entry.domContentLoadedEventEnd, load: entry.loadEventEnd});
  };

  /* Inline styles and scripts of the head: they are part of the document and precede the first paint. */
  const isInline = node => {
    const name = nodeName(node).toLowerCase();
    if (name !== 'script') return name === 'style';
    return attribute(node, 'src') === null && /^($|module$)|javascript|ecmascript/i.test(attribute(node, 'type') || '');
  };
  const inlined = () => {
    let bytes = 0;
    const head = headOf(document);
    for (let node = head && firstChild(head); node; node = nextSibling(node)) {
      if (nodeType(node) === 1 && isInline(node)) bytes += new Blob([textOf(node)]).size;
    }
    report('inline', {b: bytes});
  };

  const movedElement = entry => {
    const sources = entry.sources || [];
    const source = sources.find(one => one.node && nodeType(one.node) === 1) || sources[0];
    return source && source.node ? selector(source.node) : '';
  };
  const topShift = entry => {
    recordShift(entry);
    report('shift', {t: entry.startTime, v: entry.value, i: entry.hadRecentInput, s: movedElement(entry)});
  };

  /* A shift in a frame is weighted by the visible area of the frame, which only an IntersectionObserver reports. */
  let visibleArea = -1;
  let waiting = [];
  let watching = false;
  const frameShift = entry => {
    watchVisibleArea();
    if (visibleArea < 0) waiting.push(entry);
    else report('shift', {t: entry.startTime, v: entry.value, i: entry.hadRecentInput, a: visibleArea});
  };
  const watchVisibleArea = () => {
    const root = rootOf(document);
    if (watching || !root) return;
    watching = true;
    new IntersectionObserver(seen => {
      const {intersectionRect: part, boundingClientRect: box} = seen.at(-1);
      const frame = innerWidth * innerHeight;
      const inFrame = Math.min(box.width, innerWidth) * Math.min(box.height, innerHeight);
      visibleArea = inFrame > 0 ? frame * Math.min(1, part.width * part.height / inFrame) : 0;
      waiting.splice(0).forEach(frameShift);
    }, {threshold: [0, 0.25, 0.5, 0.75, 1]}).observe(root);
  };

  const event = entry => {
    if (!entry.interactionId && entry.entryType !== 'first-input') return;
    report('event', {
      n: cut(entry.name), id: entry.interactionId || 0, t: entry.startTime, l: entry.duration, ps: entry.processingStart,
      pe: entry.processingEnd, s: entry.target ? selector(entry.target) : '', c: performance.interactionCount || 0});
  };

  const longFrame = entry => (entry.scripts || []).forEach(one => {
    if (one.duration >= 10) report('script', {t: one.startTime, l: one.duration, u: cut(one.sourceURL || one.invoker)});
  });

  report('hello', {o: performance.timeOrigin, w: innerWidth, h: innerHeight});
  if (!MAIN) {
    observe('layout-shift', {}, frameShift);
    document.addEventListener('readystatechange', watchVisibleArea);
    return;
  }
  navigation();
  observe('resource', {}, resource);
  observe('paint', {}, entry => report('paint', {n: entry.name, t: entry.startTime}));
  observe('largest-contentful-paint', {}, largestPaint);
  observe('layout-shift', {}, topShift);
  observe('longtask', {}, entry => report('task', {t: entry.startTime, l: entry.duration}));
  observe('long-animation-frame', {}, longFrame);
  observe('event', {durationThreshold: 16}, event);
  observe('first-input', {}, event);
  observe('mark', {}, entry => report('mark', {n: cut(entry.name), t: entry.startTime}));
  observe('measure', {}, entry => report('measure', {n: cut(entry.name), t: entry.startTime, l: entry.duration}));
  observe('navigation', {}, navigation);
  addEventListener('DOMContentLoaded', () => setTimeout(() => {
    navigation();
    inlined();
  }), true);
  /* Not a timer: the page could clear it by its id, and a sandbox without scripts would not run it. */
  const beat = () => {
    report('beat', {t: performance.now(), c: performance.interactionCount || 0});
    scheduler.postTask(beat, {delay: HEARTBEAT_MILLIS, priority: 'user-blocking'});
  };
  beat();
})();
