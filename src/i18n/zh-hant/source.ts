import type { SOURCE_EN } from "../en/source.ts";

export const SOURCE_ZH = {
  "source.absent":
    "{source, select, api {Referrals API } table {此資料表} other {這些檔案}}不包含：{fields}。",
  "source.wayOut":
    "{history, select, yes {請於下週再次匯入較新的檔案，兩次匯入之間的變更會得到日期；} other {請開啟含有這些日期的檔案，}}或連接 Referrals API。",
  "source.addFile": "請加入包含此資訊的檔案。",
  "source.addColumn": "請在資料表中加入包含此資訊的欄位，然後重新啟動儀表板的伺服器。",
  "source.cut":
    "{name} 正好有 {rows} 列，與 Partner Center 單一檔案的上限相同，可能已被截斷。請縮小期間，或開啟多個檔案。",
  "source.basis":
    "{source, select, api {Referrals API } table {此資料表} other {這些檔案}}不包含{field}，因此無法以此設定期間。",
  "source.byCreated": "使用建立日期",
  "source.notInFiles":
    "{name}（不在{source, select, api { Referrals API } table {此資料表} other {這些檔案}}中）",
  "source.undatedSteps":
    "依狀態計算：{source, select, api {Referrals API } table {此資料表} other {這些檔案}}不包含{fields}，因此這些比率為目前的比率，並非以相同天數計算。",
  "source.approximate": "取自最近更新或合約的近似值：{fields}。",
  "source.partly": "只有部分檔案包含：{fields}。",
  "source.between": "僅在兩次匯入之間看到變更時才知道：{fields}。",
  "source.history":
    "{count, plural, other {已保留 # 次匯入，}}自 {first} 至 {last}。最新一次缺少的轉介仍會保留。",
  "source.imprecise": "{count, plural, other {有 # 個日期僅知介於兩次匯入之間，以其中點計算：}}{fields}。",
  "source.impreciseField": "{field}（{count}）",
  "source.history.not-writable": "此次匯入未保留：無法寫入歷程資料夾。",
  "source.history.damaged-file": "歷程中有一個檔案已損毀，改用前一次匯入。",
  "source.history.foreign-file": "歷程資料夾含有其他檔案，已略過。",
  "source.history.clock": "歷程中有一次匯入晚於目前時鐘。此次匯入未保留。",
  "source.history.too-many": "轉介過多，無法保留歷程。此次匯入未保留。",
  "source.dayOnly": "沒有時間、只有日期：{fields}，因此無法得出小時數。",
  "source.savedAt": "檔案儲存時間：{time} UTC",
  "source.notReadAgain": "伺服器在 {time} UTC 無法讀取較新的檔案。這些數字來自在 {savedAt} UTC 儲存的檔案。",
  "source.lost":
    "{total} 列中有 {rejected} 列（{percent}）無法讀取，第一個在 {name} 的第 {line} 行。下方數字偏低。",
  "source.openDates":
    "{file}：無法從 {columns} 的值判斷日與月的順序。{text} 讀為 {day}（月在前）。如不正確，請{place, select, page {重新開啟檔案並選擇} other {將 DATE_ORDER 設為 day-first}}。",
  "source.table": "{name}：{format}，{rows} 列{rejected, plural, =0 {} other {，已拒絕 # 列}}",
  "source.unreadable": "{count, plural, other {有 # 個日期無法讀取}}，視為缺少。",
  "source.unknown": "{name}：未使用的欄：{columns}。",
  "source.joined":
    "{records, plural, other {# 列}}描述 {referrals, plural, other {# 筆轉介}}，已依識別碼合併。",
  "source.contradictions":
    "{count, plural, other {有 # 筆轉介在不同檔案中的值不一致}}；以較新的記錄為準，否則以較後的檔案為準。",
  "source.implausible":
    "{count, plural, other {有 # 筆轉介的日期不可能正確，例如 {date}，不影響期間與資料時間。}}",
  "source.contradiction": "{id}：{fields}",
  "source.lostDates":
    "{count, plural, other {有 # 個日期無法讀取}}，超過轉介數的 {percent}。依日期計算的數字偏低。",
  "source.lostAmounts":
    "{count, plural, other {有 # 個金額無法讀取}}，超過轉介數的 {percent}。金額總和不正確。",
  "source.lostRows": "遭拒的列",
  "source.file": "檔案",
  "source.reason": "原因",
  "source.rows": "列數",
  "source.share": "比例",
  "source.firstLines": "最先的行",
  "source.reason.too-many-cells": "值比標題列多",
  "source.reason.too-few-cells": "值比標題列少",
  "source.reason.shifted-cells": "值位於錯誤的欄位",
  "source.reason.unclosed-quote": "引號未關閉，或關閉後還有文字",
  "source.reason.line-too-long": "行太長",
  "source.reason.invalid-json": "不是 JSON 物件",
  "source.reason.cut-off": "檔案在中途結束",
  "source.reason.lost-id": "識別碼遺失了位數",
  "source.note.encoding-assumed": "{name}：不是 UTF-8，以 {encoding} 讀取。",
  "source.note.title-lines": "{name}：已略過標題列上方的 {count, plural, other {# 行}}。",
  "source.note.header-again":
    "{name}：標題列再次出現於 {count, plural, other {# 列}}，從第 {line} 行起；不計入。",
  "source.note.columns-reordered": "{name}：從第 {line} 行起欄位順序不同；已依該處的標題列讀取。",
  "source.note.rows-of-amounts":
    "{name}：{count, plural, other {# 列}}只有金額，沒有識別碼、日期或狀態，從第 {line} 行起；不計入。",
  "source.note.rows-without-id":
    "{name}：{count, plural, other {# 列}}沒有識別碼，從第 {line} 行起；每列計為一筆轉介。",
  "source.note.footer-lines": "{name}：已略過表格下方的 {count, plural, other {# 行}}，從第 {line} 行起。",
  "source.note.total-rows": "{name}：已略過 {count, plural, other {# 列}}總計，從第 {line} 行起。",
  "source.note.column-twice":
    "{name}：欄位 {column} 出現多次；以第一個有值的為準{count, plural, =0 {} other {（# 列不一致）}}。",
  "source.note.sheet-chosen":
    "{name}：未讀取欄位不同的工作表：{others}。若要讀取，請另存為個別檔案，再一併開啟。",
  "source.note.hidden-sheets": "{name}：不讀取隱藏的工作表：{sheets}。",
  "source.note.uncalculated-formulas":
    "{name}：{count, plural, other {# 個公式}}沒有結果。請在 Excel 中開啟並重新儲存。",
  "source.note.file-left-out": "未讀取 {file}。若為表格，請解壓縮後單獨開啟。",
  "source.note.more-pages": "{name} 指出還有下一頁，但不在此檔案中。請一併儲存該頁。",
  "source.note.amounts-assumed":
    "{name}：{column} 的金額：{text} 讀為 {value, number}。如不正確，請將該欄存為兩位小數。",
  "source.note.unreadable-amounts":
    "{name}：{column} 有 {count, plural, other {# 個金額}}無法讀取，不計入任何總和，例如 {text}（第 {line} 行）。請填寫純數字。",
  "source.note.other-currency":
    "{name}：{column} 有 {count, plural, other {# 個金額}}的貨幣與貨幣欄不同，例如 {text}（第 {line} 行）；以貨幣欄為準。",
  "source.note.unreadable-dates":
    "{name}：{column} 有 {count, plural, other {# 個日期}}無法讀取，視為缺少，例如 {text}{line, plural, =0 {} other {（第 {line} 行）}}。",
  "source.errors": "{count, plural, other {有 # 筆交易因錯誤而結案，不計入任何數字。}}",
  "source.registrations": "{count, plural, other {有 # 筆交易註冊在這些檔案中沒有對應的轉介。}}",
  "source.format.endpoint": "轉介分析",
  "source.format.leads-insights": "潛在客戶下載檔",
  "source.format.cosell-insights": "共同銷售深入解析下載檔",
  "source.format.cosell-opportunities": "共同銷售商機下載檔",
  "source.format.registrations": "交易註冊",
  "source.format.referrals-api": "Referrals API 檔案",
  "source.format.crm": "CRM 匯出檔",
  "source.format.own-list": "從此儀表板匯出的清單",
  "source.format.mapping": "對應的欄",
  "field.id": "轉介識別碼",
  "field.status": "狀態",
  "field.customerMarket": "客戶市場",
  "field.customerName": "客戶名稱",
  "field.customerOrgSize": "組織規模",
  "field.partnerMarket": "合作夥伴市場",
  "field.createdDate": "建立日期",
  "field.acknowledgedDate": "確認日期",
  "field.acceptedDate": "接受日期",
  "field.declinedDate": "拒絕日期",
  "field.skippedDate": "略過日期",
  "field.expiredDate": "過期日期",
  "field.missedDate": "錯過日期",
  "field.lostDate": "未成交日期",
  "field.wonDate": "成交日期",
  "field.archivedDate": "封存日期",
} as const satisfies Record<keyof typeof SOURCE_EN, string>;
