fetch('slow.json?of=shared').then(answer => answer.text());
