/**
 * React DOM, in a file of its own: to run it for the first time takes half as long as all that the page begins with, and
 * one task of both would block a slow machine.
 */
export const reactDom = import("react-dom/client");
