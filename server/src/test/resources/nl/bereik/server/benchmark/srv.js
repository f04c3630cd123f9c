// Around the peer's own server starter: the fresh server, and the client that asks for it, first push other records.
const theirs = require('./their-server.js');
const { warmUp } = require('./rec.js');
exports.start = async (script, args, ...more) => {
  const server = await theirs.start(script, args, ...more);
  const PouchDB = require(require.resolve('pouchdb', { paths: [require('path').dirname(script)] }));
  const local = new PouchDB(args[0] + '-warm-up');
  const docs = warmUp().map(({ id, ...body }) => ({ _id: id, ...body }));
  for (let i = 0; i < docs.length; i += 500) await local.bulkDocs(docs.slice(i, i + 500));
  await local.replicate.to(`http://127.0.0.1:${args[1]}/warmup`, { batch_size: 500 });
  await local.destroy();
  return server;
};
exports.stop = theirs.stop;
exports.sleep = theirs.sleep;
