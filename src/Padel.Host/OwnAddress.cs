using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Padel.Host;

/// <summary>Where this process can be asked from this machine.</summary>
internal static class OwnAddress
{
    // http://0.0.0.0:80, http://[::]:80 and http://*:80 are where we listen, not where we can be asked.
    public static Uri Of(IServer server)
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? PadelApplication.DefaultUrl;
        var address = new UriBuilder(bound.Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
        if (address.Host is "0.0.0.0" or "[::]")
            address.Host = "127.0.0.1";
        return address.Uri;
    }
}
