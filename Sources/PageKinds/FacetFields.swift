import Diagnostics
import SiteModel

/// The citable fields that a page of any kind may have.
extension PageFacets {
    /// - Parameters:
    ///   - shortAnswer: whether the kind requires a short answer.
    ///   - questions: whether the kind requires questions and answers.
    mutating func readCommon(
        _ fields: inout FieldReader, shortAnswerRequired: Bool = false, questionsRequired: Bool = false
    ) {
        shortAnswer = fields.richText(
            "short_answer", required: shortAnswerRequired,
            Message(
                en: "The answer in 80 to 300 Han characters or 40 to 120 words, quotable on its own",
                zh: "可单独引用的简短回答，约 80 到 300 个汉字"))
        evidence = fields.richTexts(
            "evidence",
            Message(en: "Checkable points on which the answer rests, and its limits", zh: "判断依据和适用边界，每条都可核对"))
        nextSteps = fields.richTexts(
            "next_steps", Message(en: "What the reader should do next, in order", zh: "建议读者按顺序执行的下一步"))
        questions = fields.records(
            "faq", required: questionsRequired, owner: Message(en: "a question", zh: "问答"),
            Message(en: "Questions and answers", zh: "问题和回答")
        ) { Question(reading: &$0) }
    }

    /// Catalog models that the page is about.
    mutating func readModels(_ fields: inout FieldReader, required: Bool = false) {
        models = fields.texts(
            "models", required: required, Message(en: "Ids of catalog models", zh: "目录中模型的 id"))
    }
}

extension PageFacets.Question {
    init(reading fields: inout FieldReader) {
        let question = fields.richText("question", required: true, Message(en: "The question", zh: "问题"))
        let answer = fields.richText("answer", required: true, Message(en: "The answer", zh: "回答"))
        self.init(question: question ?? RichText(plain: ""), answer: answer ?? RichText(plain: ""))
    }
}

extension PageFacets.Step {
    init(reading fields: inout FieldReader) {
        let text = fields.richText("text", required: true, Message(en: "What to do or to check", zh: "要做或要检查的事"))
        let why = fields.richText("why", Message(en: "Why", zh: "原因"))
        self.init(text: text ?? RichText(plain: ""), why: why)
    }
}

extension PageFacets.CodeSample {
    init(reading fields: inout FieldReader) {
        let language = fields.text(
            "language", Message(en: "Language, such as python or bash", zh: "语言，例如 python 或 bash"))
        let title = fields.optionalText("title", Message(en: "A title, such as the file's name", zh: "标题，例如文件名"))
        let text = fields.text("text", Message(en: "The code itself", zh: "代码"))
        self.init(language: language, title: title, text: text)
    }
}
