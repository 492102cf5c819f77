/** The same document with the policy beside its own ones: a browser obeys all of them (CSP3, 3.2). */
export function withPolicy(response: Response, policy: string): Response {
  // Redirects and errors have no headers to add to; these statuses have no body (Fetch, 2.2.3).
  if (response.type !== 'basic' && response.type !== 'default') return response;
  if ([101, 103, 204, 205, 304].includes(response.status)) return response;
  const headers = new Headers(response.headers);
  headers.append('content-security-policy', policy);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
