// Warns before the session ends, counted from when the page came: two minutes before, so that what is being typed can be
// saved or kept going. Without JavaScript the foot of the page tells the time.
(() => {
  const WARN_SECONDS = 120;
  const notice = document.getElementById('session-ends');
  if (!notice) return;
  const stay = notice.querySelector('[data-stay]');
  const came = Date.now();
  const latest = Number(notice.dataset.latest);
  let idleFrom = came;
  const idle = Number(notice.dataset.idle);
  const look = () => {
    const now = Date.now();
    const idleLeft = idle - (now - idleFrom) / 1000;
    const latestLeft = latest - (now - came) / 1000;
    notice.hidden = Math.min(idleLeft, latestLeft) > WARN_SECONDS;
    stay.hidden = latestLeft <= WARN_SECONDS;
  };
  stay.addEventListener('click', async (event) => {
    event.preventDefault();
    const reply = await fetch('/account', { redirect: 'manual' });
    if (!reply.ok) return location.assign('/login');
    idleFrom = Date.now();
    look();
  });
  setInterval(look, 5000);
  look();
})();
