/** The dashboard: the same numbers as the panel, and every request, newest first. */
export const watchPage = () => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>What the vendors received</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/style.css">
</head>
<body>
  <main class="wrap" style="padding-block: 2rem">
    <h1>What the vendors received</h1>
    <p class="lead" id="sum" role="status"></p>
    <ul class="cards" id="counts"></ul>
    <p class="actions" style="margin: 0 0 1.5rem"><button type="button" class="button" id="reset">Reset</button>
    <a class="button quiet" href="/">To the bank</a></p>
    <div style="overflow-x: auto" tabindex="0" role="region" aria-label="Requests">
      <table><thead><tr><th scope="col">Time</th><th scope="col">Vendor</th><th scope="col">Kind</th><th scope="col">Request</th><th scope="col">Cookie sent</th></tr></thead><tbody id="requests"></tbody></table>
    </div>
  </main>
  <script>
    const at = (id) => document.getElementById(id);
    const make = (name, ...parts) => {
      const one = document.createElement(name);
      one.append(...parts);
      return one;
    };
    const card = (name, number) => {
      const price = make('p', String(number));
      price.className = 'price';
      const one = make('li', make('h2', name), price);
      one.className = 'card';
      return one;
    };
    const line = ({ time, vendor, kind, method, host, path, cookie }) =>
      make('tr', ...[new Date(time).toLocaleTimeString(), vendor, kind, method + ' ' + host + path, cookie ? 'yes' : 'no'].map((text) => make('td', text)));
    async function show() {
      if (document.hidden) return;
      const { vendors, counts, requests, records } = await (await fetch('/watch/counts?all')).json();
      at('sum').textContent = requests.length ? requests.length + ' requests since the last reset.' : 'Nothing since the last reset.';
      at('counts').replaceChildren(...vendors.map((name) => card(name, counts[name] ?? 0)), card('records at the backend', records ?? 'down'));
      at('requests').replaceChildren(...requests.slice(-200).reverse().map(line));
    }
    at('reset').addEventListener('click', () => fetch('/watch/reset', { method: 'POST' }).then(show));
    show();
    setInterval(() => show().catch(() => { at('sum').textContent = 'The demo has stopped. Run npm start again.'; }), 1000);
  </script>
</body>
</html>
`;
