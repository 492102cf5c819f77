/** The page for returning visitors: one element, filled by Sluis. Without script it still names the second way. */
export function optOut({ optOutPage: text }) {
  return `<section class="hero slim"><div class="wrap"><h1>${text.heading}</h1><p class="lead">${text.lead}</p></div></section>
    <section class="wrap prose">
      <sluis-opt-out></sluis-opt-out>
      <p class="note">${text.addOn} <a href="https://tools.google.com/dlpage/gaoptout">tools.google.com/dlpage/gaoptout</a></p>
    </section>`;
}
