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
  const localName = getter(Element, 'localName');
  const shadowRootOf = getter(Element, 'shadowRoot');
  const hostOf = getter(ShadowRoot, 'host');
  const isConnected = getter(Node, 'isConnected');
  const idOf = getter(Element, 'id');
  const classesOf = getter(Element, 'classList');
  const rootOf = getter(Document, 'documentElement');
  const headOf = getter(Document, 'head');
  const firstChild = getter(Node, 'firstChild');
  const nextSibling = getter(Node, 'nextSibling');
  const textOf = getter(Node, 'textContent');
  const boxOfElement = node => Reflect.apply(Element.prototype.getBoundingClientRect, node, []);
  const allIn = (tree, selectors) => Array.from(Reflect.apply(
    (nodeType(tree) === 9 ? Document : DocumentFragment).prototype.querySelectorAll, tree, [selectors]));
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

  /*
   * The selector format of the web-vitals library: html>body>main>h1.title, up to an element with an id. Names are escaped.
   * An element in a shadow root follows its host: x-card >> img, as Playwright's selectors pierce shadow roots.
   */
  const selector = start => {
    let whole = '';
    let inner = '';
    try {
      for (let node = start; node && nodeType(node) !== 9; node = parentNode(node)) {
        if (nodeType(node) === 11) {
          inner = whole + inner;
          if (!(node instanceof ShadowRoot)) return inner.replace(/^ >> /, '');
          inner = ' >> ' + inner.replace(/^ >> /, '');
          whole = '';
          node = hostOf(node);
        }
        const part = partOf(node);
        if (whole.length + inner.length + part.length > MAX_SELECTOR - 1) break;
        whole = whole ? part + '>' + whole : part;
        if (part[0] === '#') node = topOf(node);
      }
    } catch {
      // The partial selector is still useful.
    }
    return (whole + inner).replace(/^ >> /, '') || cut(partOf(start));
  };
  const topOf = node => {
    let top = node;
    while (parentNode(top) && nodeType(parentNode(top)) === 1) top = parentNode(top);
    return top;
  };
  const partOf = node => {
    if (nodeType(node) !== 1) return nodeName(node).toUpperCase().replace(/^#/, '');
    const id = idOf(node);
    return id ? '#' + CSS.escape(id) : [localName(node), ...Array.from(classesOf(node)).sort()].map(name => CSS.escape(name)).join('.');
  };

  /*
   * The browser does not expose elements in shadow roots. They are searched for in the open ones, after the frame: it reads the
   * layout. Pages with very many elements are not searched.
   */
  const SEARCH = {elements: 20000, times: 50, millis: 100};
  const search = (find, found) => {
    if (SEARCH.times-- <= 0 || SEARCH.millis <= 0) return;
    scheduler.postTask(() => {
      const begun = performance.now();
      const element = find(shadowElements());
      SEARCH.millis -= performance.now() - begun;
      if (element) found(element);
    }, {priority: 'user-visible'}).catch(() => {});
  };
  const shadowElements = () => shadowTrees().slice(1).flatMap(tree => allIn(tree, '*')).slice(0, SEARCH.elements);
  const shadowTrees = () => {
    const trees = [document];
    let left = SEARCH.elements;
    for (let n = 0; n < trees.length && left > 0; n++) {
      const all = allIn(trees[n], '*').slice(0, left);
      left -= all.length;
      for (const host of all) if (shadowRootOf(host)) trees.push(shadowRootOf(host));
    }
    return trees;
  };
  const visiblePart = ({left, top, right, bottom}) => ({
    x: Math.max(0, left), y: Math.max(0, top), r: Math.min(innerWidth, right), b: Math.min(innerHeight, bottom)});
  const areaOf = box => {
    const {x, y, r, b} = visiblePart(box);
    return Math.max(0, r - x) * Math.max(0, b - y);
  };
  const isOfUrl = (node, url) => [node.currentSrc, node.poster, node.href && node.href.baseVal].some(
    one => one && new URL(one, document.baseURI).href === url) || getComputedStyle(node).backgroundImage.includes('"' + url + '"');
  const textBox = node => {
    let box = null;
    const texts = Reflect.apply(Document.prototype.createTreeWalker, document, [node, NodeFilter.SHOW_TEXT]);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const {left, top, right, bottom} = range.getBoundingClientRect();
      if (right > left) box = box ? {left: Math.min(left, box.left), top: Math.min(top, box.top), right: Math.max(right, box.right), bottom: Math.max(bottom, box.bottom)}
        : {left, top, right, bottom};
    }
    return box;
  };
  /* The area that the browser reports is that of the visible part of the image, or of all text of a block. */
  const paintedElement = (entry, elements) => {
    const difference = node => {
      const box = entry.url ? isOfUrl(node, entry.url) && boxOfElement(node) : areaOf(boxOfElement(node)) >= entry.size * 0.9 && textBox(node);
      return box ? Math.abs(areaOf(box) - entry.size) / entry.size : Infinity;
    };
    let best = null;
    let least = entry.url ? Number.MAX_VALUE : 0.1;
    for (const node of elements) {
      const own = difference(node);
      if (own < least || own === least && best && best.contains(node)) [best, least] = [node, own];
    }
    return best;
  };
  const elementAt = (box, elements) => elements.find(node => {
    const [one, other] = [visiblePart(boxOfElement(node)), visiblePart(box)];
    return other.r > other.x && Object.keys(one).every(key => Math.abs(one[key] - other[key]) <= 1);
  });

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
    hidden = null;
    const fetched = entry.url ? fetchOf(entry.url, entry.startTime) : undefined;
    pendingPaint = entry.url && !fetched ? entry : null;
    const sel = entry.element ? selector(entry.element) : entry.id ? cut('#' + CSS.escape(entry.id)) : '';
    if (!entry.element) search(elements => paintedElement(entry, elements), element => {
      if (largest === entry) hidden = element;
      report('lcp-element', {t: entry.startTime, s: selector(element)});
    });
    report('lcp', {t: entry.startTime, z: entry.size, u: cut(entry.url), s: sel, rs: fetched && fetched[0], re: fetched && fetched[1]});
  };

  /* Positions of elements for the screenshot: queried in the filmstrip load only, as it forces a layout. */
  let largest = null;
  let hidden = null;
  const moved = [];
  const MAX_MOVED = 30;
  const boxOf = ({x, y, width, height}) => [x, y, width, height];
  const recordShift = entry => {
    for (const source of entry.sources || []) {
      if (moved.length < MAX_MOVED && !entry.hadRecentInput) moved.push(boxOf(source.currentRect));
    }
  };
  globalThis['@BINDING@.marks'] = () => {
    const element = largest && (largest.element || hidden);
    const lcp = element ? boxOf(boxOfElement(element)) : null;
    return JSON.stringify({lcp, moved});
  };

  /* Frames have paints of their own, which are not those of the page: the largest, if frames fill most of the viewport. */
  const urlOfFrame = frame => {
    try {
      return frame.contentWindow.location.href;
    } catch {
      return frame.src || frame.data || '';
    }
  };
  globalThis['@BINDING@.frame'] = () => {
    const frames = shadowTrees().flatMap(tree => allIn(tree, 'iframe, frame, object, embed'))
      .filter(frame => (!/^(object|embed)$/.test(localName(frame)) || frame.contentWindow || frame.contentDocument) && frame.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      .map(frame => ({u: cut(urlOfFrame(frame)), a: areaOf(boxOfElement(frame))}))
      .sort((one, other) => other.a - one.a);
    const share = frames.reduce((sum, frame) => sum + frame.a, 0) / (innerWidth * innerHeight);
    return share > 0.5 ? frames[0].u : '';
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
    const most = (entry.sources || [])[0];
    if (most && !most.node) search(elements => elementAt(most.currentRect, elements), element =>
      report('shift-element', {t: entry.startTime, v: entry.value, s: selector(element)}));
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

  /* Targets in shadow roots are reported as their hosts; only an event knows better, while it is dispatched. */
  const inner = [];
  const rememberInner = occurred => {
    const target = occurred.composedPath()[0];
    if (target === occurred.target || !(target instanceof Element)) return;
    inner.push({at: occurred.timeStamp, target});
    if (inner.length > 50) inner.shift();
  };
  const targetOf = entry => {
    const known = inner.find(one => Math.abs(one.at - entry.startTime) < 1 && isConnected(one.target));
    return known ? known.target : entry.target;
  };
  const event = entry => {
    if (!entry.interactionId && entry.entryType !== 'first-input') return;
    report('event', {
      n: cut(entry.name), id: entry.interactionId || 0, t: entry.startTime, l: entry.duration, ps: entry.processingStart,
      pe: entry.processingEnd, s: entry.target ? selector(targetOf(entry)) : '', c: performance.interactionCount || 0});
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
  for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'keyup']) addEventListener(type, rememberInner, {capture: true, passive: true});
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
