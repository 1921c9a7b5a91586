/** What somebody else promises, as long as it comes within so many ms. @throws Error when it does not. */
export function inTime<T>(response: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
    response.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
