namespace Padel.Simulators.Core;

/// <summary>A message to the merchant, complete, so that it can be sent again as it is.</summary>
internal sealed record Outgoing(string Call, HttpMethod Method, Uri Address, string Body = "", string ContentType = "", string? Header = null, string? HeaderValue = null)
{
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Method, Address);
        if (ContentType.Length > 0)
            request.Content = new StringContent(Body, System.Text.Encoding.UTF8, ContentType);
        if (Header is not null)
            request.Headers.TryAddWithoutValidation(Header, HeaderValue);
        return request;
    }
}
