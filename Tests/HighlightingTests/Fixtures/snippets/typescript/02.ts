interface Price {
  readonly meter: "input" | "output";
  amount: string;
  currency?: string;
}

type Offers = Record<string, Price[]>;

export const cheapest = (offers: Offers): string | undefined =>
  Object.entries(offers).sort(([, a], [, b]) => Number(a[0].amount) - Number(b[0].amount))[0]?.[0];
