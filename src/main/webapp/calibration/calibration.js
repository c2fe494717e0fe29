'use strict';
/* Times are ms since navigation start. What they must come to is written in index.html. */
const at = (millis, action) => setTimeout(action, Math.max(0, millis - performance.now()));
const show = (id, text) => { document.getElementById(id).textContent = text; };
const work = millis => { for (const end = performance.now() + millis; performance.now() < end;); };

at(300, () => show('first', 'Tidemark measures this page to show that it measures right.'));
at(600, () => show('headline', 'What is known can be checked'));
at(900, () => { document.getElementById('tide').style.height = '4vmax'; });
at(1200, () => work(100));
at(1600, () => work(150));
at(2500, () => { document.querySelector('table').hidden = false; });
