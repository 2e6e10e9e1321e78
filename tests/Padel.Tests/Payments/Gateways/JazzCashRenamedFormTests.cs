using System.Numerics;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.JazzCash;

namespace Padel.Tests.Payments.Gateways;

/// <summary>Values are signed and names are not: a form that was signed for a player's browser must not become a notification.</summary>
public sealed class JazzCashRenamedFormTests
{
    private const string Reference = "T20270115183000";

    [Theory]
    [InlineData("")]
    [InlineData("MPAY")]
    [InlineData("MWALLET")]
    public void No_form_of_ours_can_be_renamed_into_a_paid_notification(string type)
    {
        foreach (var amount in new long[] { 121, 200, 350000 })
            Forgeries(Values(JazzCashRequests.Page(Order(amount), Samples.JazzCash, new JazzCashOptions(), type)!)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("return POST success")]
    [InlineData("return POST declined")]
    public void Nor_can_a_return_of_theirs(string name)
    {
        foreach (var amount in new[] { "121", "200" })
            Forgeries(Values(Vectors.Named("jazzcash", name).Fields().Select(field => field.Key == "pp_Amount" ? new("pp_Amount", amount) : field))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pp_ResponseCode,pp_S1,pp_S2,pp_S3,pp_S4,pp_S5,pp_S6,pp_S7,pp_S8,pp_S9,pp_TxnRefNo,pp_Version")] // names nobody knows
    [InlineData("PP_ResponseCode,pp_AuthCode,pp_BankID,pp_MerchantID,pp_Password,pp_ProductID,pp_ResponseMessage,pp_SettlementExpiry,pp_TxnCurrency,pp_TxnDateTime,pp_TxnRefNo,pp_Version")] // a spelling that sorts first
    public void With_free_names_it_works_and_is_a_reason_to_inquire(string names)
    {
        var form = JazzCashRequests.Page(Order(200), Samples.JazzCash, new JazzCashOptions(), "");
        var renamed = names.Split(',').Zip(Values(form!), (name, value) => KeyValuePair.Create(name, (string?)value)).ToArray();
        var message = renamed.Append(new("pp_SecureHash", form["pp_SecureHash"])).ToArray();
        JazzCashHash.Matches("salt0TEST1", Vectors.AsFields(message)).ShouldBeTrue();

        var inbound = JazzCashNotification.Read(Samples.Form(message, isReturn: false), Samples.JazzCash);
        (inbound.Verdict, inbound.Finding!.Kind).ShouldBe((InboundVerdict.Hint, FindingKind.Paid));
    }

    // Every choice of as many known names as there are values, in order: what response code would the reference get?
    private static IEnumerable<string> Forgeries(string[] values)
    {
        var names = JazzCashNotification.Names.Where(name => name != JazzCashHash.Field).Order(StringComparer.Ordinal).ToArray();
        for (var choice = 0u; choice < 1u << names.Length; choice++)
        {
            if (BitOperations.PopCount(choice) != values.Length)
                continue;
            var chosen = names.Where((_, at) => (choice >> at & 1) == 1).Zip(values, KeyValuePair.Create).ToDictionary();
            if (chosen.GetValueOrDefault("pp_TxnRefNo") == Reference && chosen.TryGetValue("pp_ResponseCode", out var code)
                && JazzCashCodes.Judge(code, JazzCashPlace.Notification).Kind == FindingKind.Paid)
                yield return string.Join(' ', chosen);
        }
    }

    private static GatewayOrder Order(long minor) => Samples.Order("card", Reference) with { Amount = new Money(minor, Currency.Pkr) };

    private static string[] Values(IEnumerable<KeyValuePair<string, string?>> form) =>
        [.. form.Where(field => !string.IsNullOrEmpty(field.Value) && field.Key != JazzCashHash.Field).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Value!)];
}
