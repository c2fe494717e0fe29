/*
 * What the web-vitals library (in front of this text as webVitals, if it could be had) and plain observers see in the page's own world,
 * told twice a second. Everything is fetched before the page's code runs. TTI is found by trying every pair of quiet periods.
 */
(() => {
  'use strict';
  if (window !== window.top) return;
  const beacon = navigator.sendBeacon.bind(navigator);
  const send = text => beacon('/said', text);
  const now = performance.now.bind(performance);
  const entriesOf = performance.getEntriesByType.bind(performance);
  const library = globalThis.webVitals;
  const seen = {};
  const tasks = [];
  const resources = [];
  let body = 0;
  let dcl = 0;
  let slowest = () => seen.INP;

  const longest = (all, of) => { let most = 0; for (const one of all) most = of(one) > most ? of(one) : most; return most; };
  const observe = (type, each, options) => new PerformanceObserver(list => {
    for (const entry of list.getEntries()) each(entry);
  }).observe({type, buffered: true, ...options});

  observe('longtask', entry => { tasks[tasks.length] = [entry.startTime, entry.startTime + entry.duration]; });
  observe('resource', entry => { body += entry.decodedBodySize; if (entry.name.indexOf('http') === 0) resources[resources.length] = [entry.startTime, entry.responseEnd, entry.responseStatus]; });

  if (library) {
    const note = metric => { seen[metric.name] = metric.value; };
    library.onTTFB(note);
    library.onFCP(note);
    library.onCLS(note, {reportAllChanges: true});
    library.onINP(note, {reportAllChanges: true, durationThreshold: 16});
    library.onLCP(metric => { note(metric); seen.target = metric.attribution.target || ''; }, {reportAllChanges: true});
    globalThis.webVitals = undefined;
  } else {
    let sum = 0, first = 0, last = 0;
    observe('paint', entry => { if (entry.name === 'first-contentful-paint') seen.FCP = entry.startTime; });
    observe('largest-contentful-paint', entry => { seen.LCP = entry.startTime; });
    observe('navigation', entry => { seen.TTFB = entry.responseStart; });
    const interactions = [];
    const interaction = entry => {
      if (!entry.interactionId) return;
      let one;
      for (const known of interactions) if (known[0] === entry.interactionId) one = known;
      if (!one) { one = [entry.interactionId, 0]; interactions[interactions.length] = one; }
      if (entry.duration > one[1]) one[1] = entry.duration;
    };
    observe('event', interaction, {durationThreshold: 16});
    observe('first-input', interaction);
    slowest = () => {
      interactions.sort((a, b) => b[1] - a[1]);
      const left = (performance.interactionCount - performance.interactionCount % 50) / 50;
      const one = interactions[left < interactions.length ? left : interactions.length - 1];
      return one && one[1];
    };
    observe('layout-shift', entry => {
      if (entry.hadRecentInput) return;
      const joins = sum && entry.startTime - last < 1000 && entry.startTime - first < 5000;
      sum = joins ? sum + entry.value : entry.value;
      first = joins ? first : entry.startTime;
      last = entry.startTime;
      seen.CLS = sum > (seen.CLS || 0) ? sum : seen.CLS || 0;
    });
  }

  const quietCpu = end => {
    const gaps = [];
    let start = 0;
    for (const task of tasks) { gaps[gaps.length] = [start, task[0]]; start = task[1]; }
    gaps[gaps.length] = [start, end];
    return gaps;
  };
  const loaded = end => {
    const page = entriesOf('navigation')[0];
    const all = [[0, page.responseEnd]];
    for (const one of resources) if (one[2] < 400 && one[2] > 0 && one[1] <= end) all[all.length] = one;
    return all;
  };
  const quietNetwork = end => {
    const all = loaded(end);
    const inFlight = time => { let n = 0; for (const one of all) if (one[0] <= time && time < one[1]) n++; return n; };
    const times = [0, end];
    for (const one of all) { times[times.length] = one[0]; times[times.length] = one[1]; }
    times.sort((a, b) => a - b);
    const gaps = [];
    let start = -1;
    for (const time of times) {
      const quiet = inFlight(time) <= 2;
      if (quiet && start < 0) start = time;
      if (!quiet && start >= 0) { gaps[gaps.length] = [start, time]; start = -1; }
    }
    if (start >= 0) gaps[gaps.length] = [start, end];
    return gaps;
  };
  const interactive = (fcp, end) => {
    let best = Infinity, from = Infinity;
    for (const cpu of quietCpu(end)) for (const net of quietNetwork(end)) {
      const start = cpu[0] > net[0] ? cpu[0] : net[0];
      const stop = cpu[1] < net[1] ? cpu[1] : net[1];
      if (stop - start >= 5000 && cpu[1] > fcp + 5000 && net[1] > fcp + 5000 && start < best) { best = start; from = cpu[0]; }
    }
    return from === Infinity ? undefined : longest([from, fcp, dcl], time => time);
  };
  const blocking = (fcp, until) => {
    let sum = 0;
    for (const task of tasks) {
      const length = (task[1] < until ? task[1] : until) - (task[0] > fcp ? task[0] : fcp);
      if (length > 50) sum += length - 50;
    }
    return sum;
  };

  const tell = () => {
    const end = now();
    const page = entriesOf('navigation')[0];
    dcl = page ? page.domContentLoadedEventEnd : 0;
    seen.INP = slowest();
    if (seen.FCP !== undefined) {
      seen.TTI = interactive(seen.FCP, end);
      seen.TBT = seen.TTI === undefined ? undefined : blocking(seen.FCP, seen.TTI);
    }
    seen.BYTES_BODY = page && window.length === 0 && !document.referrer ? body + page.decodedBodySize : undefined;
    const parts = [];
    for (const name in seen) if (typeof seen[name] === 'number') parts[parts.length] = '"' + name + '":' + seen[name];
    send('{"at":' + end + ',' + parts.join(',') + (parts.length ? ',' : '') + '"target":"' + encodeURIComponent(seen.target || '') + '"}');
  };
  setInterval(tell, 500);
})();
