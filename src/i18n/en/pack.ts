export const PACK_EN = {
  "pack.title": "Review pack",
  "pack.about":
    "One file for the meeting: it opens without a network, prints on A4 or Letter, and says where it was changed afterwards.",
  "pack.noPanels": "This view has no panels to put in.",
  "pack.comment": "Comment",
  "pack.commentOn": "Comment on {title}",
  "pack.save": "Save the file",
  "pack.close": "Close",
  "pack.loading": "Figures are still loading…",
  "pack.running": "Being written…",
  "pack.failed":
    "The file couldn’t be written. Choose fewer panels. The page must have been opened through https or on this machine.",
  "pack.saved": "Saved as {name}.",
  "pack.heading": "Referrals: {view}",
  "pack.made": "Made on {time} UTC",
  "pack.live": "Open the live view",
  "pack.picture": "Chart: {title}",
  "pack.csv": "Figures of “{title}” as CSV",
  "pack.cut": "“{title}” shows the first {shown} of {total} rows, so that the file stays under 1 MB.",
  "pack.noPicture": "“{title}” has no chart here, so that the file stays under 1 MB.",
  "pack.unchecked":
    "Whether this file was changed hasn’t been checked: that needs a browser that runs its script.",
  "pack.same": "This file is as it was saved: its content has the checksum below.",
  "pack.edited":
    "This file was changed after it was saved: its content doesn’t have the checksum below. Don’t rely on its figures.",
  "pack.sum": "SHA-256 of the content:",
} as const;
