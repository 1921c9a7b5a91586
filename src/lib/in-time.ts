/** Rejects when a promise does not settle within `ms`. @throws Error on time-out */
export function inTime<T>(response: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
    response.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
