using System.Text.Json;

namespace Padel.Payments.Paying;

/// <summary>What a gateway said and a later call needs: a flat JSON object of texts. Names of our own begin with a dot.</summary>
internal static class PaymentData
{
    /// <summary>How the attempt goes on at the player's: <c>form</c>, <c>redirect</c> or <c>approve_on_phone</c>.</summary>
    public const string Start = ".start";

    /// <summary>Set when the player approves on the phone rather than on a page.</summary>
    public const string ByPhone = ".by-phone";

    /// <summary>A signed return said paid, where nothing but the notification can confirm it.</summary>
    public const string SaidPaid = ".said-paid";

    public static IReadOnlyDictionary<string, string> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    /// <summary>For the gateway: what is ours is left out.</summary>
    public static IReadOnlyDictionary<string, string> ForGateway(string json) =>
        Read(json).Where(pair => !pair.Key.StartsWith('.')).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static string Add(string json, IEnumerable<KeyValuePair<string, string>> more)
    {
        var all = new Dictionary<string, string>(Read(json));
        foreach (var (name, value) in more)
            all[name] = value;
        return JsonSerializer.Serialize(all);
    }
}
