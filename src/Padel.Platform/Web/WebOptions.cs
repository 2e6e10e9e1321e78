namespace Padel.Platform.Web;

/// <summary>Settings of pages and browsers (<c>Web</c> in the configuration).</summary>
public sealed class WebOptions
{
    /// <summary>Other origins whose pages may call the API. None unless named.</summary>
    public string[] CorsOrigins { get; set; } = [];

    /// <summary>Origins a sign-in button of a third party needs to frame and call, for example <c>https://accounts.google.com</c>.</summary>
    public string[] TrustedOrigins { get; set; } = [];

    /// <summary>Origins a page may send a form to: where people pay on somebody else's page. Services add their own.</summary>
    public IList<string> FormTargets { get; set; } = [];

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies in front. Only what they say of the client is believed.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The address people type, for canonical links; the request's own host when empty.</summary>
    public string PublicUrl { get; set; } = "";
}
