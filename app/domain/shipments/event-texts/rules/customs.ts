import { words, type Rule } from "./rule.ts";

/** Anything said at a border. */
const AT_CUSTOMS = words(
      "customs?", "consumer product safety", "toxic substances", "tsca", "quota", "visa", "commission", "department of", "fish and wildlife",
      "currency", "value (?:or|is|must|for)", "special entry", "in bond", "bonded",
      "(?:prohibit\\w*|restricted|not allowed|not permitted|forbidden) (?:\\w+ ){0,3}?(?:international|import\\w*|export\\w*|country|destination)",
      "clearance", "clearing (?:agency|agent|broker)",
      "(?:import|export) (?:clearance|control|regulation|released?|paperwork|license|licence|permit|declaration|document\\w*|restriction\\w*|entry|processing|inspection|hold|duties|charges|cod)",
      "broker(?:age|s)?", "dut(?:y|ies)", "tax(?:es)?", "importer\\w*", "import", "cbsa", "cbp", "food and drug", "fish and wildlife", "wildlife", "manufacturers?(?: name| address| details)", "end use", "(?:cannot|unable to|could not|not) (?:be )?clear",
      "(?:at|by) (?:the )?border", "border (?:officials?|police|authorit\\w*|agency|force|protection|control|inspection|services)", "regulatory", "government(?:al)?", "agency (?:hold|review|inspection|has|is)",
      "formal entry", "informal entry", "(?:commercial |pro ?forma |customs )?invoices?", "harmoni[sz]ed", "tariff", "hs code", "fda", "epa", "usda",
      "fcc", "quarantine", "biosecurity", "agricultur\\w*", "power of attorney", "(?<!(?:left|leaves?|leaving|departed|departure|from|in|exit|exited)(?: from)?(?: the)? )country of origin", "warehouse entry", "inspect\\w*", "phytosanitary",
      "carnet", "declared value", "valuation", "value of (?:the )?(?:goods|parcel|package|shipment|contents)",
      "(?:description|nature) of (?:the )?(?:goods|contents|merchandise|commodit\\w*)",
      "(?:goods|merchandise|commodity|product|contents) (?:description|information|details)", "commodit\\w*", "tax (?:id|number|identification)",
      "eori", "gst", "vat", "ein", "cpf", "cnpj", "rfc", "curp", "kyc", "national id\\w*", "passport (?:copy|number)",
      "export (?:declaration|control|license)", "certificate", "prior notice", "clear(?:ed|ing)? (?:for|by) (?:import|export)",
      "international shipment release[sd]?", "released by (?:the )?(?:government|agency|authorit\\w*)", "cleared",
      "entry (?:has been |was |is )?(?:documents?|type|number|submitted|filed|accepted|rejected)", "authorities",
      "(?:customs|government|local) authority", "security clearance", "sanitary", "anti ?dumping", "paperwork",
      "(?:documentation|paperwork|documents?)(?: \\w+)? (?:irregular\\w*|problems?|issues?|errors?|discrepanc\\w*)", "documents? (?:is |are )?(?:not received|not (?:available|attached|included)|missing|required|incomplete|needed|requested|unclear|incorrect)",
      "(?:missing|incomplete|required|additional|incorrect|waiting for|awaiting|need\\w*) (?:\\w+ ){0,2}(?:documents?|documentation|paperwork)",
      "importation", "exportation", "aduan\\w*",
    );
const BORDER_SCAN = words(
      "(?:export scan|(?:import|export) (?:received|sort|hub|facility|centre|center|terminal|gateway|departure|arrival|parcel))",
      "(?:damaged (?:contents|packag\\w*)|security clearance|tax invoice|label|incorrect details declared)", "signature", "order",
    );

/** Papers or facts that somebody has to bring. */
const PAPERS = "(?:documents?|documentation|paperwork|invoices?|certificates?|licen[cs]es?|permits?|power of attorney|tax id\\w*|identification|id number|declarations?|information|details|description|entry details|importers database|forms?|visa|passport|eori|kyc|country of origin|value|code)";
const MISSING = "(?:missing|requir\\w*|request\\w*|need\\w*|incomplete|incorrect|invalid|insufficient|inadequate|lack\\w*|await\\w*|waiting|provide|provided|pending|not (?:available|provided|received|included|in|complete|attached|present|signed)|without|absent|illegible|unclear|unreadable|additional|must|obtain|contact\\w*|submit|more|no|unsigned)";

export const CUSTOMS: readonly Rule[] = [
  { category: "delay_other", exception: "delayed", reason: null,
    says: words(
      "(?:after|past|missed) (?:the |its )?(?:scheduled |planned |\\w+ )?(?:transport |flight |carrier |courier )?(?:departure|departed|dispatch|cut ?off)",
    ) },
  { category: "customs_hold", exception: "payment_due", says: words("(?:duty|tax|vat|customs) (?:invoice|bill|charges? (?:applied|apply))") },
  { category: "customs_progress", says: words("in bond|bonded|import scan") },
  { category: "customs_progress", reason: "customs_cleared",
    says: words(
      "(?:dut(?:y|ies)|tax(?:es)?|charges|fees?|vat|import cod) (?:has |have |was |were |been )*(?:paid|settled|received)",
      "payment (?:of (?:dut(?:y|ies)|tax(?:es)?)[\\w ]*|for (?:dut(?:y|ies)|tax(?:es)?)[\\w ]*)(?:received|completed)",
      "no longer (?:held|on hold|in customs)",
    ) , unless: words("not|unpaid|must|to be paid|need\\w*|until") },
  { category: "customs_hold", exception: "payment_due",
    says: words(
      "(?:dut(?:y|ies)|tax(?:es)?|vat|import (?:charges|cod|fees?)|customs (?:charges|fees?|invoice)|gst) … (?:unpaid|due|owed|payable|required|outstanding|await\\w*|pay|paid|payment|pending|collect\\w*|not (?:been )?paid)",
      "(?:unpaid|pay|paying|awaiting|pending|await|collect|outstanding|payment of|payment for) … (?:dut(?:y|ies)|tax(?:es)?|vat|customs charges|import charges|customs fees?|gst)",
    ), unless: words("invoice (?:is )?missing|{not} required|exempt|tax id\\w*|duty free") },
  { category: "customs_hold",
    says: words(
      "(?:not|cannot|unable|could not|fail\\w*|unsuccessful|refus\\w*|reject\\w*|denied) … (?:clear\\w*|releas\\w*|customs|import\\w*|export\\w*)",
      "(?:customs|clear\\w*|release|import|export|entry) … (?:not (?:been )?(?:granted|possible|complete\\w*|permitted|allowed|obtained)|refused|rejected|denied|failed|unsuccessful)",
    ), unless: words("(?:has |have )?been (?:cleared|released)|not required") },
  { category: "customs_hold", exception: "customs_docs", says: words(`${MISSING} … ${PAPERS}|${PAPERS} … ${MISSING}`), unless: words(
      "(?:cleared|released) (?:by|from|through)", "clearance (?:completed?|processing complete|finished)", "shipment information", "data",
      "no (?:further )?(?:information|documents?) (?:is )?(?:required|needed)", "await\\w* (?:release|clearance|inspection|examination)",
    ) },
  { category: "customs_hold",
    says: words(
      "(?:await\\w*|waiting|pending|until) … (?:releas\\w*|clear\\w*|inspect\\w*|examin\\w*|approval|review|instructions?|importer|response|customs|decision|government|agency|broker\\w*)",
      "(?:releas\\w*|clear\\w*|inspection|customs) (?:is |are )?(?:pending|awaited)",
    ), unless: words("(?:has|have|been|was) (?:cleared|released)") },
  { category: "customs_progress", reason: "customs_cleared",
    says: words(
      "cleared", "clears", "(?:has been|was|were|been|is|now|shipment|package|item|parcel|,) releas\\w*",
      "releas\\w* (?:by|from|to (?:the )?(?:carrier|courier)|import|export)",
      "(?:customs|clearance|import|export|international shipment|fda|epa|usda|agency|broker)[\\w ]{0,24} (?:completed?|released?|finished|finali[sz]ed|success\\w*|approved|granted|passed|done|processed)",
      "(?:completed?|passed|finished|out of|left|leaving|exited|departed|(?:gone|passed|been|cleared) through|success\\w*) (?:\\w+ )?(?:\\w+ )?(?:customs|clearance|import|export)",
      "ready for release", "(?:inspection|examination) (?:has been |was |is )?(?:completed?|passed|finished)", "release authori[sz]ed",
      "returned from customs", "returned by customs to carrier",
    ), unless: words("(?:not|hold|held|delay\\w*|before|until|to be|cannot) … (?:releas|clear|complet)\\w*|delay\\w*|incomplete") },
  { category: "customs_hold",
    says: words(
      "held", "hold\\w*", "detain\\w*", "retain\\w*", "retention", "seiz\\w*", "confiscat\\w*", "suspen\\w*", "stop", "stopp?ed", "stuck", "delay\\w*",
      "exception\\w*", "problem\\w*", "issue[sd]?", "error", "fail\\w*", "inspection (?:request\\w*|required|by|of|hold)",
      "(?:request\\w*|require\\w*|random|subject to|selected for|scheduled for|physical|undergoing|further|under|being|intensive|agriculture|quarantine|customs|government|regulatory|security|border) (?:\\w+ )?(?:inspect\\w*|examin\\w*|checks?|controls?|review)",
      "intervention", "technical", "quarantine\\w*", "biosecurity", "additional", "verif\\w*", "question", "intercept\\w*", "formal entry",
      "irregular\\w*", "discrepanc\\w*", "invalid", "incorrect", "incomplete", "insufficient", "missing", "wrong", "unpaid", "due", "closed",
      "action required", "contact\\w*", "provide", "queries", "query", "unknown", "not accepted", "restrict\\w*", "prohibit\\w*", "not allowed",
      "backlog", "strike", "pay", "paid", "payment", "disput\\w*", "bill(?:ing)?", "in(?: the)? (?:importers )?database", "needs?", "required",
      "requires", "requested", "under (?:review|investigation|observation)", "being (?:reviewed|examined|verified|checked)", "inspected", "inspection",
      "non compli\\w*", "violation", "warehouse entry", "special entry", "must", "locked", "blocked", "needed", "pending", "not (?:yet )?(?:responded|replied)", "food and drug", "investigat\\w*", "not registered",
    ), unless: words(
      "{carrier} … (?:submitted|presented|sent) … customs",
      "(?:presented|submitted|transmi\\w+|sent|transferred|handed|given|forwarded|tendered|provided|introduced)(?: over)? (?:\\w+ ){0,2}(?:to|for|into) (?:\\w+ ){0,2}(?:customs|clearance|cbsa|broker\\w*|inspection)",
      "no (?:hold|inspection)", "payment method",
    ) },
  { category: "customs_progress",
    says: words(
      "customs?", "clearance", "clearing", "import\\w*", "export\\w*", "broker\\w*", "dut(?:y|ies)", "cbsa", "cbp", "border", "inspect\\w*",
      "quarantine", "agency", "entry", "aduan\\w*",
    ) },
  { category: "customs_hold", exception: "customs_docs",
    says: words(
      "certificate", "licen[cs]e", "permit", "power of attorney", "invoice", "tariff", "harmoni[sz]ed", "commodit\\w*", "country of origin", "fda",
      "epa", "usda", "fcc", "consumer product safety", "toxic substances", "tsca", "quota", "visa", "commission", "department of", "fish and wildlife",
      "currency", "government\\w*", "regulatory", "value", "carnet", "tax(?:es)?", "eori", "authorit\\w*", "paperwork", "documents?", "documentation",
      "prior notice", "description",
    ) },
];

/** Whether a text is about customs at all. A border scan is a scan like any other. */
export const isAboutCustoms = (text: string): boolean => AT_CUSTOMS.test(text) && !BORDER_SCAN.test(text);
