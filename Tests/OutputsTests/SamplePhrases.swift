import SiteModel

/// The phrases of the sample site; those that are missing read as their keys.
enum SamplePhrases {
    static let all = Phrases(keys: english.keys.sorted(), texts: ["en": english, "zh": chinese])

    private static let english = [
        "colon": ": ", "list_comma": ", ", "home": "Home", "updated": "Updated", "published": "Published",
        "reviewed": "Reviewed", "reviewed_by": "Reviewed by", "direct_answer": "Direct answer",
        "original_question": "Original question", "evidence": "Grounds and limits", "next_steps": "Next steps",
        "english_summary": "English summary", "follow_ups": "Follow-up questions", "questions": "Questions",
        "related": "Related pages", "sources": "Sources", "changes": "What changed", "accessed": "Accessed",
        "siblings": "More short answers",
        "definition": "Definition", "also_called": "Also called", "steps": "Steps", "checklist_items": "Items",
        "why": "Why", "code": "Code", "tested_with": "Tested with", "model": "Model", "model_facts": "About the model",
        "model_table_title": "Models and prices", "model_table_caption": "Models", "catalog_as_of": "As of",
        "prices": "Prices", "meter_input": "Input", "meter_output": "Output", "context": "Context",
        "vendor": "Vendor", "model_kind": "Kind", "price_free": "free", "price_variable": "varies",
        "price_unknown": "unknown", "price_unconfirmed": "price not confirmed", "per_million": "per 1M tokens",
        "withdrawn": "Withdrawn", "kind_answers": "Answers", "kind_glossary": "Glossary", "kind_docs": "Docs",
        "llms_info": "Each link leads to Markdown.", "llms_full_note": "Full text.", "more_pages": "More",
        "tier_context_over": "more than {n} tokens", "price_group": "group {name}",
    ]

    private static let chinese = [
        "colon": "：", "list_comma": "、", "home": "首页", "updated": "更新", "published": "发布", "reviewed": "审核",
        "reviewed_by": "审核人", "direct_answer": "直接回答", "original_question": "原始问题", "evidence": "判断依据和适用边界",
        "next_steps": "建议执行的下一步", "english_summary": "English summary", "follow_ups": "常见后续问题",
        "questions": "问答", "related": "相关页面", "sources": "来源", "changes": "更新记录", "accessed": "访问日期",
        "siblings": "更多简短回答",
        "definition": "定义", "also_called": "又称", "steps": "步骤", "checklist_items": "检查项", "why": "原因", "code": "代码",
        "tested_with": "实测环境", "model": "模型", "model_facts": "模型信息", "prices": "价格", "meter_input": "输入",
        "meter_output": "输出", "context": "上下文", "catalog_as_of": "目录日期", "kind_answers": "答案", "kind_glossary": "术语",
        "kind_docs": "文档", "llms_info": "每个链接指向 Markdown。", "llms_full_note": "全文。", "more_pages": "更多",
        "per_million": "每 100 万 token", "model_kind": "类型", "vendor": "厂商", "price_unconfirmed": "价格未确认",
    ]
}
