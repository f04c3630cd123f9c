// In the place of the peer's own record generator: the records that Bereik's phones push, in lots by the script's seeds.
const all = JSON.parse(require('fs').readFileSync(__dirname + '/records.json')).records;
const lots = seed => (seed < 1000 ? 0 : seed < 5000 ? 10000 + (seed - 1000) * 100 : 15000 + (seed - 5000) * 100);
exports.make = (n, seed) => all.slice(lots(seed), lots(seed) + n);
exports.warmUp = () => all.slice(20000);
exports.pct = require('./their-records.js').pct;
