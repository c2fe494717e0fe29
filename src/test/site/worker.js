if (location.search === '?0') {
  importScripts('imported.js');
  fetch('slow.json?of=worker').then(answer => answer.text());
}
