/** Style and script of the buyer's page: small, its own, the same for everybody; nothing of a visit is in them. */

export const VISIT_STYLE = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5d6570; --line: #d9dde3; --paper: #fff; --page: #f4f5f7; --main: #1f5fbf; --on: #fff; --bad: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef1; --soft: #a2aab5; --line: #3a4048; --paper: #1e2227; --page: #14171a; --main: #8ab4f8; --on: #10131a; --bad: #f2b8b5 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans SC", sans-serif }
header, main { max-width: 40rem; margin: 0 auto; padding: 1rem }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding-bottom: 0 }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1.05rem; margin: 0 0 .5rem } h3 { font-size: 1rem; margin: 1.25rem 0 .5rem }
a { color: var(--main) } .soft, dt, small { color: var(--soft) } .who { margin: 0 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: .75rem 0 } dd { margin: 0; overflow-wrap: anywhere }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 1rem 0 } .card p { margin: .25rem 0 .5rem }
.when { font-size: 1.15rem } .when strong { font-size: 1.6rem }
label { display: block; margin-top: .75rem } input { display: block; width: 100%; margin-top: .25rem; padding: .6rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: .5rem }
.slots { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: .5rem }
button { font: inherit; min-height: 3rem; padding: .4rem; border-radius: .5rem; border: 1px solid var(--main); background: var(--main); color: var(--on); cursor: pointer }
button small { display: block; color: inherit; font-size: .75rem } button.plain { background: none; color: var(--bad); border-color: var(--bad); padding: .4rem 1rem }
button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid var(--main); outline-offset: 2px } button[disabled] { opacity: .5 }
nav { display: flex; justify-content: space-between; margin-top: 1.25rem } #told { background: var(--paper); border-left: 4px solid var(--main); padding: .75rem 1rem } #told.bad { border-color: var(--bad) }
`;

/** A request keeps its id until it is answered, so that a second press does nothing twice. */
export const VISIT_SCRIPT = `
(function () {
  var told = document.getElementById('told'), words = document.body.dataset, ids = {};
  function tell(text, bad) { told.textContent = text; told.hidden = false; told.className = bad ? 'bad' : ''; told.scrollIntoView({ block: 'nearest' }); }
  function lock(on) { document.querySelectorAll('button').forEach(function (one) { one.disabled = on; }); }
  function newId() { return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (one) { return one.toString(16).padStart(2, '0'); }).join(''); }
  function send(body) {
    var key = JSON.stringify(body);
    body.requestId = ids[key] = ids[key] || newId();
    lock(true); tell(words.busy);
    fetch(location.pathname, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang }, body: JSON.stringify(body) })
      .then(function (answer) { return answer.json(); })
      .then(function (answer) {
        if (answer.ok) { location.replace(location.pathname + '?lang=' + (document.documentElement.lang === 'en' ? 'en' : 'zh')); return; }
        if (answer.code) delete ids[key];
        lock(false); tell(answer.message || words.again, true);
      })
      .catch(function () { lock(false); tell(words.again, true); });
  }
  document.addEventListener('click', function (event) {
    var one = event.target.closest('button');
    if (!one) return;
    var proxy = document.querySelector('input[name=proxy]');
    if (one.dataset.slot) send({ action: 'BOOK', slotAt: one.dataset.slot, proxyName: proxy ? proxy.value : '' });
    else if ('cancel' in one.dataset && confirm(words.sure)) send({ action: 'CANCEL' });
  });
})();
`;
