// Measures what Node.js has beside our pieces, on the same inputs: peers.cjs FOLDER SECONDS.
// Prints a line for each piece: its name, the program, and how many units it did in a second of processor time.
'use strict';
const fs = require('fs');
const path = require('path');
const { CookieJar, version } = require('tough-cookie');

const [folder, seconds] = [process.argv[2], Number(process.argv[3])];
const lines = name => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter(line => line !== '');

function measure(row, program, units, body) {
  body();
  const start = process.cpuUsage();
  let calls = 0;
  let elapsed = 0;
  do {
    body();
    calls += 1;
    const used = process.cpuUsage(start);
    elapsed = (used.user + used.system) / 1e6;
  } while (elapsed < seconds);
  console.log(`${row}\t${program}\t${units * calls / elapsed}`);
}

for (const name of fs.readdirSync(path.join(folder, 'urls')).sort()) {
  const [base, ...addresses] = lines(path.join('urls', name));
  let total = 0;
  // The base is parsed once, as ours is; the length is asked for so that nothing is left out.
  const parsedBase = new URL(base);
  measure(`urls/${name}`, `Node.js ${process.versions.node} URL`, addresses.length, () => {
    for (const address of addresses) total += new URL(address, parsedBase).href.length;
  });
}

const program = `tough-cookie ${version}`;
const received = lines('cookies.txt').map(line => line.split('\t'));
let jar;
measure('cookies/stored', program, received.length, () => {
  jar = new CookieJar();
  for (const [address, field] of received) jar.setCookieSync(field, address);
});
const requests = lines('requests.txt');
measure('cookies/header', program, requests.length, () => {
  for (const address of requests) {
    if (jar.getCookieStringSync(address).split('; ').length !== 50) throw new Error('another number of cookies');
  }
});
