using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Padel.Platform.Web;

/// <summary>Believes <c>X-Forwarded-*</c> only from configured proxies; without any, nobody is believed.</summary>
internal static class Proxies
{
    private const int MaxProxiesInARow = 3;

    public static IApplicationBuilder UseConfiguredProxies(this IApplicationBuilder app, WebOptions options)
    {
        if (options.Proxies.Length == 0)
            return app;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = MaxProxiesInARow,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
        {
            if (proxy.Contains('/'))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }

        return app.UseForwardedHeaders(forwarded);
    }
}
