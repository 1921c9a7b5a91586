/** Styles of the stand-in's pages. */
export const STYLES = `:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #595959; --ground: #f3f3f3; --card: #fff; --line: #d6d6d6; --accent: #0b5cad; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --quiet: #b5b5b5; --ground: #161616; --card: #232323; --line: #454545; --accent: #7ab8f5; --on-accent: #10243a } }
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
main { max-width: 480px; margin: 4vh auto; padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 4px }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25 }
p, ul { margin: 0 0 16px; padding: 0 }
ul { list-style: none }
.notice, li p, button span { color: var(--quiet); font-size: 14px }
li { margin-bottom: 12px }
li p { margin: 4px 0 0 }
.scopes { padding-left: 20px; list-style: disc }
code { overflow-wrap: anywhere }
button { padding: 8px 16px; border: 1px solid var(--accent); border-radius: 4px; background: var(--accent); color: var(--on-accent); font: inherit; cursor: pointer }
li button { width: 100%; text-align: left; background: transparent; color: inherit; border-color: var(--line) }
li button strong, li button span { display: block }
button.plain { background: transparent; color: inherit; border-color: var(--line) }
button:hover { border-color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.row { display: flex; gap: 8px }
@media (forced-colors: active) { button, main { border-color: ButtonText } }
`;

/** Submits the sign-out form without a second click. */
export const SCRIPT = `document.getElementById("sign-out").click();\n`;
