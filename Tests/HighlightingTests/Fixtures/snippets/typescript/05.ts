for await (const chunk of stream) {
  const text = chunk.choices[0]?.delta?.content;
  if (text !== undefined) process.stdout.write(`${text}`);
}
console.log(`\ndone in ${(performance.now() - start).toFixed(1)} ms`);
