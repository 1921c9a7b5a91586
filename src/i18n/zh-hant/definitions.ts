import type { DEFINITIONS_EN } from "../en/definitions.ts";

/** What every figure means: in the explanation behind each panel and in the help. `defined.x` names what `define.x` says. */
export const DEFINITIONS_ZH = {
  "explain.title": "這是如何計算的？",
  "explain.inForce": "目前套用",
  "explain.request": "背後的要求",
  "explain.period": "{period}，以 UTC 整日計算，依「{basis}」日期",
  "explain.markets": "客戶市場：{markets}",
  "explain.partners": "合作夥伴市場：{markets}",
  "explain.sizes": "組織規模：{sizes}",
  "explain.outcomes": "結果：{outcomes}",
  "explain.time": "資料時間 {time} UTC",

  "defined.selection": "期間與篩選",
  "define.selection":
    "以 UTC 整日計算，含起日與迄日，依同一種日期：除非另行選擇，即為建立日期。未選擇期間時，為截至最新建立日期所在月份的十二個月。同一篩選的多個值合併計算；有多個篩選時，轉介必須全部符合。",
  "defined.created": "已建立",
  "define.created": "選取範圍內的每一筆轉介。",
  "defined.acknowledged": "已確認",
  "define.acknowledged": "有確認日期，或已達「已接受」的轉介：它們必定曾被確認，因此視為已達此階段。",
  "defined.accepted": "已接受",
  "define.accepted": "有接受日期，或結果為「已成交」、「未成交」或「進行中，已接受」的轉介。",
  "defined.won": "已成交",
  "define.won": "結果為「已成交」的轉介，不含其他。",
  "defined.outcome": "結果",
  "define.outcome":
    "每筆轉介恰有一個結果，取自其狀態；大小寫、空白、連字號與底線不影響判讀。成交、未成交、拒絕、略過、過期與錯過，結果即為該狀態；接受、執行中與洽談中為「進行中，已接受」；確認與評估中為「進行中，已確認」；新、待處理與已收到為「進行中，新」。若狀態未說明（已封存、已關閉或空白），則以第一個存在的結案日期為準：成交、未成交、拒絕、過期、錯過、略過。若都沒有，已封存與已關閉者為「已關閉，原因不明」，沒有狀態者則為進行中，階段依其日期而定。其他狀態一律視為無法辨識，並按原樣顯示。",
  "defined.exits": "流出",
  "define.exits":
    "未成交的轉介會在所達的最後階段離開漏斗一次：未成交、已拒絕、已略過、已過期、已錯過、已關閉且原因不明，或狀態無法辨識；否則即仍在該階段進行中。任何選取範圍皆符合：已建立 = 已成交 + 流出 + 仍在進行。",
  "defined.open": "進行中",
  "define.open": "既未成交也未離開漏斗的轉介：新的、已確認的或已接受的。",
  "defined.implied": "推定",
  "define.implied": "已達某階段但沒有該階段日期的轉介；照樣計入並加以標示。",
  "defined.acceptance": "接受率",
  "define.acceptance": "已接受占已建立的比例。",
  "defined.win": "成交率",
  "define.win": "已成交占已建立的比例。",
  "defined.close": "結案成交率",
  "define.close": "已成交占已成交與未成交合計的比例。",
  "defined.step": "占前一階段",
  "define.step": "某階段的轉介，占已達前一階段轉介的比例。",
  "defined.share": "占比",
  "define.share": "占選取範圍內所有轉介的比例。",
  "defined.interval": "比率、區間與「樣本少」",
  "define.interval":
    "比率會顯示其基數；相互比較時並顯示 Wilson 95% 區間，即真實比率可能所在的範圍。基數小於 30 時標示「樣本少」。基數為 0 時沒有比率（–），這與 0% 不同。",
  "defined.change": "變化",
  "define.change":
    "數量的變化以百分比表示，比率的變化以百分點表示。前一期間天數相同，並在前一天結束；去年指相同的曆日，2 月 29 日則對應 2 月 28 日。期間尚未結束時，兩者都只計至已過去的日子。兩段日期都會寫明。原數量為 0 時不顯示變化。",
  "defined.latest": "最近一個月",
  "define.latest": "所選範圍最後一個月中已過的日子，與前一個月的相同日子比較；整月則與前一個整月比較。",
  "defined.trend": "隨時間變化",
  "define.trend":
    "依日期所在的時段計算轉介，採用 UTC；每週從星期一開始。「自動」是指時段不超過 60 個的最細時間單位。軸線取自期間：沒有轉介的時段，數量為 0，比率則留空。",
  "defined.unfinished": "未完結",
  "define.unfinished":
    "在資料時間之後才結束，或期間只涵蓋一部分的時段。圖中以淡色遮罩標示，且不列入最高、最低與最近的敘述。",
  "defined.other": "其他",
  "define.other":
    "最多繪製八個數列，即期間內最大的八個，數量相同時依代碼順序；其餘合計為「其他」，可以展開。",
  "defined.mean": "移動平均",
  "define.mean": "最近 7 或 28 天的平均，累積足夠的已完結日數後才顯示。",
  "defined.rank": "順序",
  "define.rank": "依轉介數量；相同時依代碼順序。",
  "defined.market": "市場",
  "define.market": "代碼去除空白並轉為大寫後加總；空白為「無市場」。沒有名稱的代碼按原樣顯示。",
  "defined.routing": "分派",
  "define.routing": "轉介從哪個客戶市場分派到哪個合作夥伴市場。「同一市場」表示兩者相同。",
  "defined.times": "回應時間",
  "define.times":
    "從建立到確認、從建立到接受、從接受到成交，限兩個日期俱全且順序正確的轉介。中位數、第 75 與第 90 百分位數，採線性內插。精確到分鐘；若只有每日分組可用，則精確到日，並會註明。",
  "defined.answered": "如期回應",
  "define.answered":
    "建立後於時限內確認或接受的轉介，占所有已建立的比例。仍有時間的，以及沒有日期可得知何時回應的，均另計。未經回應即遭拒絕、略過、過期或錯過的轉介，視為從未回應。",
  "defined.overdue": "逾期",
  "define.overdue":
    "建立超過 24 小時，仍為新的或已確認的轉介。超過 14 天者（轉介於此時過期）另外標明。在「回應時間」檢視中可改用其他時限。",
  "defined.cohort": "同期群",
  "define.cohort":
    "同一時段內建立的所有轉介，以及目前的進展。只要其中仍有進行中的轉介，或時段尚未結束，同期群即為未完結。",
  "defined.quality": "資料品質",
  "define.quality":
    "沒有建立日期；日期無法讀取；日期順序顛倒（有日期早於建立、確認晚於接受、接受晚於成交或未成交）；狀態與日期互相矛盾（有結果卻沒有其日期，或有狀態所否定的結案日期）；狀態不明；市場無名稱；或識別碼重複出現的轉介。這些轉介可以列出，並照樣計入每個數字；沒有可讀取日期的轉介，只是不屬於依該日期的期間。",
  "defined.completeness": "完整",
  "define.completeness":
    "將各組總和與同一查詢的總數比對。若服務遺漏了部分組別，頁面會改問較窄的範圍，或逐筆計算轉介；若仍有缺少，每個相關數字都會標示「不完整」並列出兩個數目。",

  "defined.audience": "供觀眾觀看",
  "define.audience":
    "網址含有 audience=safe，或由外層頁面設定時，不會顯示 1 到 4 的數目，也不會顯示可推算出這種數目的資料。這麼小的列會與其他列合併，並依序併入次小的列，直到滿五筆。小的階段與時段會併入前一個。某列有一部分很小時，該列的比率不顯示，並連同其他足以掩蓋它的列一起不顯示。客戶以代碼表示，不顯示單筆轉介，匯出的內容就是所顯示的內容。這是一種展示頁面的方式，不是存取控制：能編輯網址的人看得到一切；持有名稱清單的人也能找出代碼對應的名稱。不同期間或篩選條件的頁面之間並未互相比對。",
} as const satisfies Record<keyof typeof DEFINITIONS_EN, string>;
