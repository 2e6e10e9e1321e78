using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Padel.Payments.Gateways;
using Padel.Platform.Web;

namespace Padel.Payments.Paying;

/// <summary>The page between two legs of a checkout: it posts its fields on by itself, and has a button for browsers that run no scripts.</summary>
internal sealed class HandOverPage(GatewayReply.HandOverForm form) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsync(Html(CspNonce.Of(httpContext)), Encoding.UTF8, httpContext.RequestAborted);
    }

    private string Html(string nonce)
    {
        var fields = string.Concat(form.Fields.Select(field => $"""<input type="hidden" name="{Encode(field.Key)}" value="{Encode(field.Value)}">"""));
        return $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
            <title>Going on to pay</title>
            <style nonce="{{nonce}}">body{font:1rem/1.5 system-ui,sans-serif;margin:20vh auto;max-inline-size:22rem;padding-inline:1rem;text-align:center}
            button{font:inherit;min-block-size:2.75rem;padding-inline:1.5rem}</style></head>
            <body><form id="on" method="post" action="{{Encode(form.Url.AbsoluteUri)}}">{{fields}}
            <p>One moment: you are on your way to pay.</p><button type="submit">Go on to pay</button></form>
            <script nonce="{{nonce}}">document.getElementById('on').submit()</script></body></html>
            """;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
