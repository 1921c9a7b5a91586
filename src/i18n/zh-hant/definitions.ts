import type { DEFINITIONS_EN } from "../en/definitions.ts";

/** What every figure means: in the explanation behind each panel and in the help. `defined.x` names what `define.x` says. */
export const DEFINITIONS_ZH = {
  "explain.title": "這是如何計算的？",
  "explain.inForce": "目前套用",
  "explain.request": "對應的要求",
  "explain.period": "{period}，以 UTC 整日計算，依「{basis}」日期",
  "explain.markets": "客戶市場：{markets}",
  "explain.partners": "合作夥伴市場：{markets}",
  "explain.sizes": "組織規模：{sizes}",
  "explain.outcomes": "結果：{outcomes}",
  "explain.time": "資料時間：{time} UTC",

  "defined.selection": "期間與篩選條件",
  "define.selection":
    "以 UTC 整日計算，包含第一天與最後一天，並依同一種日期（未另選時為建立日期）。預設期間為截至最新建立日期所在月份的十二個月。同一篩選條件的多個值以「或」結合，不同篩選條件以「且」結合。",
  "defined.created": "已建立",
  "define.created": "選取範圍內的所有轉介。",
  "defined.acknowledged": "已確認",
  "define.acknowledged": "有確認日期的轉介，以及所有已達「已接受」的轉介（必定曾被確認）。",
  "defined.accepted": "已接受",
  "define.accepted": "有接受日期，或結果為「已成交」、「未成交」或「進行中，已接受」的轉介。",
  "defined.won": "已成交",
  "define.won": "結果為「已成交」的轉介。",
  "defined.outcome": "結果",
  "define.outcome":
    "每筆轉介恰有一個結果，取自其狀態。大小寫、空格、連字號與底線不影響判斷。成交、未成交、拒絕、略過、過期與錯過直接採用。接受、執行中與洽談中視為「進行中，已接受」；確認與評估中視為「進行中，已確認」；新、待處理與已收到視為「進行中，新」。若狀態為已封存、已關閉或空白，則依此順序採用第一個有值的日期：成交、未成交、拒絕、過期、錯過、略過。若皆無，已封存與已關閉視為「已關閉，原因不明」；空白狀態視為進行中，階段依其日期而定。其他狀態一律視為「無法辨識的狀態」，並按原樣顯示。",
  "defined.exits": "流失",
  "define.exits":
    "未成交的轉介只會在最後到達的階段流失一次：未成交、已拒絕、已略過、已過期、已錯過、已關閉（原因不明）或無法辨識的狀態；否則仍在該階段進行中。任何選取範圍皆符合：已建立 = 已成交 + 流失 + 仍在進行。",
  "defined.open": "進行中",
  "define.open": "既未成交也未流失的轉介：新、已確認或已接受。",
  "defined.implied": "推定",
  "define.implied": "已到達某階段但沒有該階段日期的轉介；照樣計入並加以標示。",
  "defined.acceptance": "接受率",
  "define.acceptance": "已接受 ÷ 已建立。",
  "defined.win": "成交率",
  "define.win": "已成交 ÷ 已建立。",
  "defined.close": "結案成交率",
  "define.close": "已成交 ÷（已成交 + 未成交）。",
  "defined.step": "占前一階段",
  "define.step": "到達某階段的轉介，占到達前一階段者的比例。",
  "defined.share": "占比",
  "define.share": "占選取範圍內所有轉介的比例。",
  "defined.interval": "比率與信賴區間",
  "define.interval":
    "比率會顯示基數。比較比率時，另顯示 95% 信賴區間（Wilson），即真實比率可能所在的範圍。基數小於 30 時標示「樣本少」。基數為 0 時沒有比率（–），與 0% 不同。",
  "defined.change": "變化",
  "define.change":
    "數量的變化以百分比表示，比率以百分點表示。前一期間的天數相同，並在前一天結束。去年同期為相同的曆日，2 月 29 日改為 2 月 28 日。期間尚未結束時，兩者都只計入已經過的天數。先前數量為 0 時不顯示變化。先前期間的轉介，依其與目前轉介天數相同時的狀態計算，之後的變化不計入；沒有日期可證明發生時間者，視為當時已發生。若比率差異的 95% 信賴區間（Newcombe）包含 0，則標示為「屬隨機波動」。",
  "defined.latest": "最近一個月",
  "define.latest": "選取範圍的最後一個月與前一個月比較。該月尚未結束時，只比較已經過的天數。",
  "defined.trend": "趨勢",
  "define.trend":
    "依轉介的日期，以日、週（星期一起）、月、季或年分段（UTC）。「自動」會選用不超過 60 個時段的最短單位。座標軸涵蓋整個期間：沒有轉介的時段，數量為 0，比率則留空。",
  "defined.unfinished": "未滿的時段",
  "define.unfinished":
    "在資料時間之後才結束，或期間只涵蓋一部分的時段。以淡色顯示，且不列入最高、最低或最近的數值。",
  "defined.other": "其他",
  "define.other": "圖表顯示期間內最大的八個數列（相同時依代碼排序）。其餘合計為「其他」，可展開檢視。",
  "defined.mean": "移動平均",
  "define.mean": "最近 7 或 28 個完整日的平均。",
  "defined.rank": "排序",
  "define.rank": "依轉介數；相同時依代碼排序。",
  "defined.market": "市場",
  "define.market":
    "市場代碼會去除前後空格、轉為大寫後加總。空白代碼為「無市場」。沒有已知名稱的代碼按原樣顯示。",
  "defined.routing": "分派",
  "define.routing": "轉介從各客戶市場分派到各合作夥伴市場的數量。「同一市場」表示兩者相同。",
  "defined.times": "回應時間",
  "define.times":
    "從建立到確認、從建立到接受、從接受到成交的時間，限兩個日期皆有且順序正確的轉介。顯示中位數、第 75 與第 90 百分位數（線性內插）。時間精確到分鐘；若只有每日資料則精確到日，並會註明。",
  "defined.answered": "準時回應",
  "define.answered":
    "建立後於時限內確認或接受的轉介，占所有已建立的比例。仍在時限內，以及沒有回應日期的轉介另外計算。未回應即遭拒絕、略過、過期或錯過的轉介，視為從未回應。",
  "defined.overdue": "逾期",
  "define.overdue":
    "建立超過 24 小時仍為新或已確認的轉介。等待超過 14 天（Partner Center 的過期時限）者另外列出。兩個時限都可在「回應時間」中變更。",
  "defined.cohort": "同期群",
  "define.cohort":
    "在同一時段建立的所有轉介，以及目前的進展。只要仍有進行中的轉介，或時段尚未結束，同期群即為未定。",
  "defined.quality": "資料品質",
  "define.quality":
    "問題包括：沒有建立日期；日期無法讀取；日期順序顛倒（有日期早於建立、確認晚於接受、接受晚於成交或未成交）；狀態與日期矛盾（有結果但沒有其日期，或結案日期與狀態不符）；無法辨識的狀態；市場沒有名稱；識別碼重複。有問題的轉介可以列出，並仍計入每個數字。沒有可讀取日期的轉介，只是不屬於依該日期的期間。",
  "defined.completeness": "完整",
  "define.completeness":
    "比對所有群組的加總與同一要求的總數。若服務省略部分群組，儀表板會分段查詢或逐筆計算轉介；若仍有缺少，受影響的數字都會顯示「不完整」與兩個數值。",

  "defined.audience": "去識別化檢視",
  "define.audience":
    "網址含有 audience=safe，或由入口網站設定時，不會顯示 1 到 4 的數目，也不會顯示可推算出這類數目的資料。小的列會與次小的列合併，直到至少五筆；小的階段與時段會併入前一個。以小數目計算的比率會隱藏，並一併隱藏其他必要的比率以免被推算。客戶以代碼顯示，不顯示單筆轉介，匯出內容僅含畫面所示。這是顯示設定，不是存取控制：能編輯網址的人可以關閉它，持有客戶名單的人也能推得代碼對應的名稱。不同期間或篩選條件的頁面之間，無法防止相互比對。",
} as const satisfies Record<keyof typeof DEFINITIONS_EN, string>;
