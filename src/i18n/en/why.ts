export const WHY_EN = {
  "why.link": "why?",
  "why.link.title": "{figure}: why it changed",
  "why.title": "Why it changed",
  "why.subtitle": "{figure}, {by}",
  "why.by": "Explained",
  "why.days": "Only {period}, compared with {comparison}.",
  "why.whole": "Explain the whole period",
  "why.absent": "There is no rate to explain: one of the two periods has no referrals to count it from.",
  "why.unfair": "Part of this change may only say that the earlier referrals have had longer.",
  "why.sentence":
    "{figure} {way, select, up {rose by {size}} down {fell by {size}} other {did not change}}{has, select, reasons {: {effects}.} other {.}}",
  "why.rest": "{effect} from everything else",
  "why.chance": "Chance alone could explain this change.",
  "why.because.volume": "{effect} because {way, select, up {more} other {fewer}} referrals came",
  "why.because.created":
    "{effect} because {way, select, up {more} other {fewer}} referrals {by, select, market {came from {name}} partner {went to partners in {name}} size {came from customers with {name}} other {came in small segments}}",
  "why.because.mix":
    "{effect} because a {way, select, up {larger} other {smaller}} share {by, select, market {came from {name}} partner {went to partners in {name}} size {came from customers with {name}} other {came in small segments}}",
  "why.because.rate":
    "{effect} because a {way, select, up {larger} other {smaller}} part {figure, select, acknowledged {was acknowledged} accepted {was accepted} acceptance {was accepted} exits {dropped off} open {is still open} other {was won}} {by, select, market {in {name}} partner {by partners in {name}} size {among customers with {name}} other {in small segments}}",
  "why.sum": "Effect",
  "why.mix": "Through its share",
  "why.rate": "Through its rate",
  "why.before": "Before",
  "why.after": "Now",
  "why.volume": "More or fewer referrals",
  "why.pool": "Small segments",
  "why.others": "All others",
  "why.change": "Total change",
} as const;
