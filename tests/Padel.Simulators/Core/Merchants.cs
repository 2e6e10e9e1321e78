using System.Collections.Concurrent;

namespace Padel.Simulators.Core;

/// <summary>The merchants' settings in the vendors' portals: credentials, registered addresses. Others can be added by the control.</summary>
internal sealed class Merchants(SimulatorOptions options)
{
    private readonly ConcurrentDictionary<(Vendor, string Id), Merchant> _merchants = new(Known().Select(one => KeyValuePair.Create((one.Vendor, one.Id), one)));

    public Merchant? Find(Vendor vendor, string id) => _merchants.GetValueOrDefault((vendor, id));

    /// <summary>The merchant whose credential this is, for vendors that identify by secret.</summary>
    public Merchant? By(Vendor vendor, string credential, string value) =>
        _merchants.Values.FirstOrDefault(one => one.Vendor == vendor && one.Credentials.GetValueOrDefault(credential) == value);

    /// <summary>Changes a known merchant or adds one; without an id it is the vendor's test merchant.</summary>
    public void Put(Vendor vendor, string? id, IReadOnlyDictionary<string, string> credentials, string? notificationUrl, string? returnUrlPrefix)
    {
        var test = Known().First(one => one.Vendor == vendor);
        var merchant = _merchants.GetOrAdd((vendor, id ?? test.Id), key => new Merchant(vendor, key.Id, new(test.Credentials)));
        foreach (var (name, value) in credentials)
            merchant.Credentials[name] = value;
        merchant.NotificationUrl = notificationUrl ?? merchant.NotificationUrl;
        merchant.ReturnUrlPrefix = returnUrlPrefix ?? merchant.ReturnUrlPrefix;
    }

    /// <summary>
    /// Where notifications of an order go: derived from its return address, because clubs may share a test merchant; else as set in the portal,
    /// learnt from the last order, or by option.
    /// </summary>
    public Uri? NotificationUrl(Merchant merchant, string? returnUrl)
    {
        var derived = returnUrl?.LastIndexOf("/returns", StringComparison.Ordinal) is > 0 and var at ? returnUrl[..at] + "/notifications" : null;
        merchant.LearntNotificationUrl = derived ?? merchant.LearntNotificationUrl;
        var address = derived ?? merchant.NotificationUrl ?? merchant.LearntNotificationUrl
            ?? options.NotificationTarget?.Replace("{vendor}", merchant.Vendor.Slug(), StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null;
    }

    /// <summary>The same for vendors whose requests name the address.</summary>
    public Uri? NotificationUrl(Merchant merchant, Uri? asked) => asked ?? NotificationUrl(merchant, (string?)null);

    private static Merchant[] Known() =>
    [
        new(Vendor.JazzCash, "MCTEST01", new() { ["password"] = "pwTEST01", ["integritySalt"] = "salt0TEST1", ["merchantMpin"] = "1234" }),
        new(Vendor.EasyPaisa, "12345", new()
        {
            ["hashKey"] = "0123456789ABCDEF", ["username"] = "epuser", ["password"] = "eppass", ["accountNumber"] = "20001234",
        }),
        new(Vendor.PayFast, "14833", new() { ["securedKey"] = "secured-key-TEST" }),
        new(Vendor.Stripe, "acct_padel", new() { ["secretKey"] = "sk_test_padel", ["webhookSecret"] = "whsec_padel_test" }),
    ];
}

internal sealed class Merchant(Vendor vendor, string id, ConcurrentDictionary<string, string> credentials)
{
    public Vendor Vendor { get; } = vendor;
    public string Id { get; } = id;
    public ConcurrentDictionary<string, string> Credentials { get; } = credentials;
    public string? NotificationUrl { get; set; }
    public string? LearntNotificationUrl { get; set; }
    public string? ReturnUrlPrefix { get; set; }

    public string this[string credential] => Credentials.GetValueOrDefault(credential, "");

    /// <summary>Registered: begins as the portal says; without a setting, any loopback address that ends in /returns.</summary>
    public bool Knows(string returnUrl) =>
        ReturnUrlPrefix is { } prefix
            ? returnUrl.StartsWith(prefix, StringComparison.Ordinal)
            : Uri.TryCreate(returnUrl, UriKind.Absolute, out var url) && url.IsLoopback && url.Query.Length == 0 && url.AbsolutePath.EndsWith("/returns", StringComparison.Ordinal);
}
