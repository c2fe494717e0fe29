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

  /*
   * Chromium weights a shift in a frame by the frame's visible area as a share of the screen (LayoutShiftTracker::SubframeWeightingFactor).
   * The visible share of a frame is known to an IntersectionObserver only: in the parent, which observes the frame's element, and for
   * frames in shadow trees in the frame itself, which observes its element if it is of the same origin, or else its root element.
   */
  const FINE = Array.from({length: 51}, (_, i) => i / 50);
  const frameElementOf = win => {
    try {
      return win.frameElement;
    } catch {
      return null;
    }
  };
  /* Position among the parent's frames, which documents of other origins may know as well: "0/2/". Empty in a shadow tree. */
  const pathOf = (win, rest = '') => {
    if (win === win.top) return rest;
    for (let i = 0; i < win.parent.length; i++) {
      if (win.parent[i] === win) return pathOf(win.parent, i + '/' + rest);
    }
    return '';
  };
  /* Transforms of the elements that hold this document, which enlarge or shrink its area on the screen. */
  const enlargement = (win, sofar = 1) => {
    const element = win === win.top ? null : frameElementOf(win);
    if (!element || !element.offsetWidth || !element.offsetHeight) return sofar;
    const {width, height} = element.getBoundingClientRect();
    return enlargement(win.parent, sofar * width * height / (element.offsetWidth * element.offsetHeight));
  };
  /* A frame's document is inside of the border and the padding of its element. */
  const contentBoxOf = (element, box) => {
    const x = box.width / element.offsetWidth;
    const y = box.height / element.offsetHeight;
    const style = getComputedStyle(element);
    const [top, right, bottom, left] = ['Top', 'Right', 'Bottom', 'Left'].map(side => parseFloat(style['padding' + side]) || 0);
    return new DOMRect(
      box.x + (element.clientLeft + left) * x, box.y + (element.clientTop + top) * y,
      (element.clientWidth - left - right) * x, (element.clientHeight - top - bottom) * y);
  };
  const shareOf = (box, part) => {
    const width = Math.min(box.right, part.right) - Math.max(box.left, part.left);
    const height = Math.min(box.bottom, part.bottom) - Math.max(box.top, part.top);
    return width > 0 && height > 0 ? width * height / (box.width * box.height) : 0;
  };
  const shareOfElement = ({target, boundingClientRect: box, intersectionRect: part}) => shareOf(contentBoxOf(target, box), part);
  const shareOfRoot = ({boundingClientRect: box, intersectionRect: part}) => {
    const frame = new DOMRect(0, 0, innerWidth, innerHeight);
    const width = Math.min(box.right, frame.right) - Math.max(box.left, 0);
    const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, 0);
    return width > 0 && height > 0 ? Math.min(1, part.width * part.height / (width * height)) : 0;
  };
  const observeShare = (target, share, changed) => new IntersectionObserver(seen => {
    const {time} = seen.at(-1);
    changed(time, share(seen.at(-1)));
  }, {threshold: FINE}).observe(target);

  /* A frame that moves for ever is not followed for ever. */
  const MAX_SHARES = 500;
  let sentShares = 0;
  const reportShare = message => {
    if (sentShares++ < MAX_SHARES) report('share', message);
  };

  /* In a frame. */
  let watching = false;
  const watchOwnShare = () => {
    const element = frameElementOf(window);
    const target = element || rootOf(document);
    if (watching || !target) return;
    watching = true;
    observeShare(target, element ? shareOfElement : shareOfRoot, (t, f) => reportShare({t, f}));
  };
  const frameShift = entry => {
    watchOwnShare();
    report('shift', {t: entry.startTime, v: entry.value, i: entry.hadRecentInput, p: pathOf(window), a: innerWidth * innerHeight * enlargement(window)});
  };

  /* In the parent of frames, whose paths change when a frame before them is removed. */
  const shares = new Map();
  let frameCount = 0;
  const reportShareOf = (element, t) => {
    const path = element.contentWindow ? pathOf(element.contentWindow) : '';
    if (path && shares.get(element) >= 0) reportShare({t, f: shares.get(element), p: path});
    if (!element.contentWindow) shares.delete(element);
  };
  const watchShareOf = element => {
    if (shares.has(element) || !element.contentWindow) return;
    shares.set(element, -1);
    observeShare(element, shareOfElement, (t, f) => {
      shares.set(element, f);
      reportShareOf(element, t);
    });
  };
  const FRAMES = 'iframe,frame,object,embed';
  const watchFrames = () => {
    if (frameCount === window.length) return;
    frameCount = window.length;
    shares.forEach((_, element) => reportShareOf(element, performance.now()));
    Reflect.apply(Document.prototype.querySelectorAll, document, [FRAMES]).forEach(watchShareOf);
  };
  document.addEventListener('readystatechange', watchFrames);
  document.addEventListener('load', event => {
    watchFrames();
    const target = event.composedPath()[0];
    if (FRAMES.split(',').includes(nodeName(target).toLowerCase())) watchShareOf(target);
  }, true);

  const event = entry => {
    if (!entry.interactionId && entry.entryType !== 'first-input') return;
    report('event', {
      n: cut(entry.name), id: entry.interactionId || 0, t: entry.startTime, l: entry.duration, ps: entry.processingStart,
      pe: entry.processingEnd, s: entry.target ? selector(entry.target) : '', c: performance.interactionCount || 0});
  };

  const longFrame = entry => (entry.scripts || []).forEach(one => {
    if (one.duration >= 10) report('script', {t: one.startTime, l: one.duration, u: cut(one.sourceURL || one.invoker)});
  });

  report('hello', {o: performance.timeOrigin, w: screen.width, h: screen.height});
  if (!MAIN) {
    observe('layout-shift', {}, frameShift);
    document.addEventListener('readystatechange', watchOwnShare);
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
    watchFrames();
    scheduler.postTask(beat, {delay: HEARTBEAT_MILLIS, priority: 'user-blocking'});
  };
  beat();
})();
