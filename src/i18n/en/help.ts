export const HELP_EN = {
  "help.title": "Help",
  "help.search": "Search help",
  "help.found": "{count, plural, =0 {No results} one {# result} other {# results}}",
  "help.print": "Print",
  "help.link": "Learn more in Help",
  "help.views": "Views",
  "help.view.overview":
    "How many referrals came in, how many were answered and won, where they drop off and what is overdue. Shows key figures with their change, the status funnel with drop-offs, the trend and the markets.",
  "help.view.funnel":
    "Where referrals drop off. Shows each stage with its drop-offs, funnels by market, size or period on one scale, a side-by-side comparison, and how far each cohort has come.",
  "help.view.trends":
    "How referrals or rates develop over time, as stacked areas, lines or shares, compared to an earlier period. To change the period, drag over the chart or hold Shift and press the arrow keys.",
  "help.view.markets":
    "Which markets send referrals, how they perform, and which partner markets they are routed to.",
  "help.view.times":
    "How fast referrals are answered, how many on time, and which have been waiting too long. Overdue referrals and those due in the next 24 hours come first.",
  "help.view.referrals":
    "The referrals themselves. Sort, filter and search them, arrange the columns, and open one to see its timeline.",
  "help.use": "Using the dashboard",
  "help.use.numbers": "Numbers and names",
  "help.use.numbers.text":
    "Click a number to open the referrals it counts. Click a name or a mark to filter by it; click again to clear the filter.",
  "help.use.tables": "Charts as tables",
  "help.use.tables.text":
    "Every panel can be shown as a table with the same figures. Once a chart has focus, use the arrow keys to read it.",
  "help.use.address": "Links",
  "help.use.address.text":
    "The address contains your view, period and filters, so a link or bookmark opens the same page. It contains no data.",
  "help.use.export": "Export",
  "help.use.export.text":
    "Every panel can be exported as CSV, Excel workbook or image, or copied. Exports contain all rows, the filters and the time of the data.",
  "help.definitions": "Definitions",
  "help.keys": "Keyboard shortcuts",
  "help.limits": "Limitations",
  "help.limits.utc": "Days in UTC",
  "help.limits.utc.text":
    "Days, weeks and months start at midnight UTC, wherever you are. Weeks start on Monday.",
  "help.limits.undated": "Without a date",
  "help.limits.undated.text":
    "A referral with a missing or unreadable date isn’t included in any period. The line above the panels shows how many there are and links to them.",
  "help.limits.cut": "Truncated results",
  "help.limits.cut.text":
    "Partner Center can leave out groups without notice. The dashboard compares sums with totals, requests smaller parts where needed, and shows “incomplete” with both numbers if anything is still missing.",
  "help.limits.many": "Large data sets",
  "help.limits.many.text":
    "The list, times to the minute and most data quality checks need the individual referrals. Up to {most, number} per period load automatically; more load on request.",
  "help.limits.role": "Your role",
  "help.limits.role.text":
    "Partner Center may show your account only part of the referrals. The dashboard counts what it receives and can’t tell what is left out.",
  "help.limits.live": "Based on documentation",
  "help.limits.live.text":
    "This dashboard follows the public Partner Center documentation and hasn’t been tested against the live service. Where the documentation is unclear, it accepts every known format and compares sums with totals.",
} as const;
