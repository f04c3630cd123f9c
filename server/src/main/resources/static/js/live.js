// Keeps a page up to date: on every ring, and the first comes as soon as it listens, the page's own address is asked for
// again and only what differs is put in place, so that nothing flickers, scrolls, folds or loses its focus. A page that knows
// better how to do that listens for live:fresh.
(() => {
  const LOST_AFTER = 4000;
  const RETRY_AFTER = 5000;
  const live = document.querySelector('[data-live]');
  if (!live) return;
  const source = live.dataset.live;
  const name = live.dataset.livePart;

  let busy = false;
  let again = false;
  let bell;
  let lostTimer;
  let retryTimer;

  const say = (what) => {
    const line = document.getElementById('connection');
    if (!line) return;
    line.textContent = what ? line.dataset[what] : '';
    line.hidden = !what;
    document.body.dataset.connection = what || 'live';
  };

  const place = (fresh) => {
    if (!document.dispatchEvent(new CustomEvent('live:fresh', { detail: fresh, cancelable: true }))) return;
    const shown = document.getElementById(name);
    if (shown.dataset.empty !== fresh.dataset.empty) {
      shown.replaceWith(fresh);
    } else {
      for (const part of fresh.querySelectorAll('[data-part]')) {
        const old = document.getElementById(part.id);
        if (old && old.innerHTML !== part.innerHTML) old.replaceChildren(...part.childNodes);
      }
    }
    document.dispatchEvent(new Event(name + ':changed'));
  };

  const refresh = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        const reply = await fetch(location.pathname + location.search, { headers: { 'X-Part': name, Accept: 'text/html, */*;q=0.1' }, redirect: 'manual' });
        if (reply.status === 401 || reply.type === 'opaqueredirect') return say('signedOut');
        if (!reply.ok) throw new Error('status ' + reply.status);
        const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById(name);
        if (fresh) place(document.adoptNode(fresh));
      } while (again);
      if (bell.readyState === EventSource.OPEN) found();
    } catch {
      lost();
      clearTimeout(retryTimer);
      retryTimer = setTimeout(refresh, RETRY_AFTER);
    } finally {
      busy = false;
    }
  };

  const lost = () => {
    lostTimer ??= setTimeout(() => say('lost'), LOST_AFTER);
  };

  const found = () => {
    clearTimeout(lostTimer);
    lostTimer = undefined;
    document.body.dataset.connection ??= 'live';
    if (document.body.dataset.connection !== 'lost') return;
    say('regained');
    setTimeout(() => document.body.dataset.connection === 'regained' && say(), LOST_AFTER);
  };

  const listen = () => {
    bell = new EventSource(source);
    bell.addEventListener('open', found);
    bell.addEventListener('changed', refresh);
    bell.onerror = () => {
      lost();
      if (bell.readyState === EventSource.CLOSED) setTimeout(() => { refresh(); listen(); }, RETRY_AFTER);
    };
  };

  document.addEventListener('live:ask', refresh);
  addEventListener('pagehide', () => bell.close());
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  listen();
})();
