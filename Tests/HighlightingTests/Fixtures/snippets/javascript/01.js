const response = await fetch(`${baseURL}/chat/completions`, {
  method: "POST",
  headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
  body: JSON.stringify({ model, messages, stream: true }),
});
const reader = response.body.getReader();
while (true) {
  const { value, done } = await reader.read();
  if (done) break;
  for (const line of new TextDecoder().decode(value).split(/\r?\n/)) {
    if (line.startsWith("data: ") && line !== "data: [DONE]") console.log(JSON.parse(line.slice(6)));
  }
}
