#!/usr/bin/env Rscript
# Recomputes e2e/fixtures/cuminc.json: cumulative incidences of selections of the CRM file by cmprsk (Gray) and survival.
# Debian and Ubuntu: apt-get install r-cran-cmprsk r-cran-survival. From the project's root:
#   Rscript e2e/reference/cuminc.R > e2e/fixtures/cuminc.json
suppressMessages({ library(cmprsk); library(survival) })

DAY <- 86400
TIMES <- c(1, 14, 30, 60, 90, 180)
file <- read.csv("e2e/fixtures/crm-opportunities.csv", colClasses = "character")
instant <- function(text) as.numeric(as.POSIXct(text, format = "%Y-%m-%dT%H:%M:%S", tz = "UTC"))

# One selection: created within [from, asOf) and up to `to`, an optional field and value, the event of interest.
selection <- function(name, event, from, to, asOf, field = "", value = "") {
  created <- instant(file$createdDate); won <- instant(file$wonDate); lost <- instant(file$lostDate)
  now <- instant(asOf)
  keep <- !is.na(created) & created >= instant(from) & created <= instant(to) & created <= now
  if (field != "") keep <- keep & file[[field]] == value
  created <- created[keep]; won <- won[keep]; lost <- lost[keep]
  own <- if (event == "won") won else lost; other <- if (event == "won") lost else won
  status <- ifelse(!is.na(own) & own <= now, 1, ifelse(!is.na(other) & other <= now, 2, 0))
  age <- (ifelse(status == 1, own, ifelse(status == 2, other, now)) - created) / DAY
  at <- TIMES[TIMES <= max(age)]
  gray <- timepoints(cuminc(age, status), at)
  aj <- summary(survfit(Surv(age, factor(status, 0:2)) ~ 1), times = at)
  value_at <- as.numeric(gray$est["1 1", ]); error <- sqrt(as.numeric(gray$var["1 1", ]))
  reach <- qnorm(0.975) * error / (value_at * log(value_at))
  list(name = name, event = event, from = from, to = to, asOf = asOf, field = field, value = value,
       size = length(age), events = sum(status == 1), competing = sum(status == 2), ages = at,
       limit = sort(age, decreasing = TRUE)[30], atRisk = sapply(at, function(x) sum(age >= x)),
       estimates = value_at, survfit = as.numeric(aj$pstate[, 2]), errors = error,
       survfitErrors = as.numeric(aj$std.err[, 2]),
       low = pmin(value_at^exp(reach), value_at^exp(-reach)), high = pmax(value_at^exp(reach), value_at^exp(-reach)))
}

json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0('"', names(x), '": ', sapply(x, json), collapse = ",\n "), "}"))
  if (is.character(x)) return(paste0('"', x, '"'))
  numbers <- ifelse(is.finite(x), sprintf("%.15g", x), "null")
  if (length(x) == 1 && !identical(x, numeric(0))) numbers else paste0("[", paste(numbers, collapse = ", "), "]")
}

cases <- list(
  selection("the reference", "won", "2017-01-01T00:00:00", "2017-06-30T23:59:59", "2017-07-01T00:00:00"),
  selection("the whole file", "won", "2016-10-01T00:00:00", "2017-12-31T23:59:59", "2018-01-01T00:00:00"),
  selection("lost, as of a noon", "lost", "2017-02-01T00:00:00", "2017-04-30T23:59:59", "2017-05-15T12:00:00"),
  selection("one large market", "won", "2017-03-01T00:00:00", "2017-08-31T23:59:59", "2017-09-10T06:30:00", "customerMarket", "US"),
  selection("one small market", "won", "2016-10-01T00:00:00", "2017-12-31T23:59:59", "2017-10-31T18:00:00", "customerMarket", "JP"),
  selection("one size", "lost", "2017-01-01T00:00:00", "2017-09-30T23:59:59", "2017-10-01T00:00:00", "customerOrgSize", "251to1000employees"))
cat("[\n", paste(sapply(cases, json), collapse = ",\n"), "\n]\n", sep = "")
