addEventListener('install', event => event.waitUntil(fetch('slow.json?of=service').then(answer => answer.text())));
