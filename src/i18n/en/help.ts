/** Words of the help. */
export const HELP_EN = {
  "help.title": "Help",
  "help.search": "Search the help",
  "help.found": "{count, plural, =0 {Nothing found} one {# entry} other {# entries}}",
  "help.print": "Print",
  "help.link": "All of it in the help",
  "help.views": "What each view answers",
  "help.view.overview":
    "How many referrals came, how many did we answer, what did we win, where do they leave, and what is overdue now? Key figures with their change, the status funnel with its exits, the course over time, and the markets.",
  "help.view.funnel":
    "Where do referrals leave? Each stage with its exits as branches; the same by market, size or period on one scale; two selections side by side; and how far each cohort of created referrals has come.",
  "help.view.trends":
    "How does it develop? Referrals or rates over time, stacked, as lines or as shares, against an earlier period. Drag over the chart, or use Shift and the arrow keys, to make a range the period.",
  "help.view.markets":
    "Which markets send referrals, how do they fare, and to partners of which market are they routed?",
  "help.view.times":
    "How fast do we answer, how many in time, and which referrals wait too long? The lists of what is overdue and what will be within 24 hours come first.",
  "help.view.referrals":
    "The referrals themselves: sort, filter and search them, arrange the columns, and open one to see its life on one line.",
  "help.use": "How to use it",
  "help.use.numbers": "Numbers and names",
  "help.use.numbers.text":
    "A number opens exactly the referrals that it counts. A name or a mark restricts the page to its referrals; pressed again it takes that back.",
  "help.use.tables": "Charts as tables",
  "help.use.tables.text":
    "Every panel can be read as a table with the same figures. Charts are read with the arrow keys once they have the focus.",
  "help.use.address": "Addresses",
  "help.use.address.text":
    "The address holds everything that is looked at, so that a link or a bookmark shows the same again. It holds no figures.",
  "help.use.export": "Taking it away",
  "help.use.export.text":
    "Each panel can be taken away as CSV, as a workbook, as a picture or by copying: all rows, with the filters and the time of the data.",
  "help.definitions": "What every figure means",
  "help.keys": "Keyboard shortcuts",
  "help.limits": "Limits, and what is not known",
  "help.limits.utc": "Days in UTC",
  "help.limits.utc.text":
    "A day, a week and a month begin at midnight UTC, wherever you are. Weeks begin on Monday.",
  "help.limits.undated": "Without a date",
  "help.limits.undated.text":
    "A referral whose date is missing or cannot be read is in no period. The line above the panels says how many there are, and lists them.",
  "help.limits.cut": "Cut answers",
  "help.limits.cut.text":
    "Partner Center may leave out groups without saying so. The page compares sums with totals, asks again in narrower parts, and says “incomplete” with both numbers where something still misses.",
  "help.limits.many": "Very many referrals",
  "help.limits.many.text":
    "The list, times to the minute and most of data quality need the referrals themselves. Up to {most, number} of a period are read at once, more when you ask for them.",
  "help.limits.role": "What your role shows",
  "help.limits.role.text":
    "Partner Center may show an account a part of the referrals only. The page cannot know which part that is, and counts what it is given.",
  "help.limits.live": "Documentation and reality",
  "help.limits.live.text":
    "This dashboard is built from the public documentation of Partner Center, which leaves some things open, and was published without having been tried on the real service. Where the documentation is silent the page accepts every form that is known, and compares sums with totals.",
} as const;
