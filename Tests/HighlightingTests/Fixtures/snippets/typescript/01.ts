import OpenAI from "openai";

const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL });

export async function ask(question: string): Promise<string> {
  const reply = await client.chat.completions.create({
    model: process.env.MODEL ?? "demo-fast",
    messages: [{ role: "user", content: question }],
  });
  return reply.choices[0]?.message.content ?? "";
}
