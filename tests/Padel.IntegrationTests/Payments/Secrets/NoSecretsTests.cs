using System.Text.RegularExpressions;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Secrets;

/// <summary>
/// No card number, PIN, identity number or credential reaches our database or logs: people pay every way there is, gateways and strangers
/// send what they should not, and then everything that was stored or logged is searched.
/// </summary>
public sealed class NoSecretsTests : IAsyncLifetime
{
    private const string WalletPhone = "03117654300";
    private const string CnicLast6 = "735914";
    private const string Cnic = "35202-8735914-7";
    private const string Pin = "918273";

    private static readonly string[] Cards = ["4111111111111111", "5500005555555559", "4000 0566 5566 5556", "378282246310005"];
    private static readonly string[] Credentials = ["pwTEST01", "salt0TEST1", "0123456789ABCDEF", "eppass", "secured-key-TEST", "sk_test_padel", "whsec_padel_test"];

    private SimulatedClub _club = null!; // opened before each test

    public async ValueTask InitializeAsync() => _club = await SimulatedClub.Open();

    public ValueTask DisposeAsync() => _club.DisposeAsync();

    [Fact]
    public async Task Nothing_secret_is_stored_or_logged_whatever_people_and_gateways_send()
    {
        var player = await _club.Player();
        await PayEveryWay(player);
        await SendWhatNobodyShould();
        await _club.Server.EventsSettled();
        var dump = await _club.Dump();
        var log = _club.Log;

        // What is searched is what was stored: the journeys are in it.
        dump.ShouldContain("payments.payments");
        dump.ShouldContain("payments.gateway_messages");
        log.ShouldContain("/gateways/jazzcash/");
        foreach (var (name, text) in new[] { ("database", dump), ("log", log) })
            Found(text).ShouldBeEmpty($"in the {name}");
    }

    [Fact]
    public void What_must_not_be_there_would_be_found()
    {
        foreach (var secret in new[] { "x 4111-1111-1111-1111 y", "5500 0055 5555 5559", "cnic=735914&", "3520287359147", "03117654300", "+923117654300", "\"sk_test_padel\"", "pin 918273" })
            Found(secret).ShouldNotBeEmpty(secret);
        Found("b7359147-0c1d-4f9a-8e73-591491827300 2026-12-01T10:00:00.735914Z").ShouldBeEmpty();
    }

    private async Task PayEveryWay(Person player)
    {
        var card = await _club.TopUp(player, "card");
        await _club.PayOnPage(card, "jazzcash");
        (await SimulatedClub.Outcome(player, card)).ShouldBe("paid");
        var jazzCash = await _club.TopUp(player, "jazzcash", WalletPhone, CnicLast6);
        jazzCash.GetProperty("action").Text("kind").ShouldBe("approve_on_phone");
        (await SimulatedClub.Outcome(player, jazzCash)).ShouldBe("paid");
        var easyPaisa = await _club.TopUp(player, "easypaisa", WalletPhone);
        (await SimulatedClub.Outcome(player, easyPaisa)).ShouldBe("paid");
        var declined = await _club.TopUp(player, "jazzcash", WalletPhone[..^2] + "01", CnicLast6);
        (await SimulatedClub.Outcome(player, declined)).ShouldBe("failed");
        (await _club.World.Wallet(player.UserId)).ShouldBe(450_000);

        // And what is refused before it begins.
        using var wrong = await player.Post("/api/v1/payments",
            new { purpose = "top_up", clubId = _club.World.Club.ClubId, amountMinor = 1, method = "jazzcash", phone = WalletPhone, cnicLast6 = CnicLast6 }, "wrong");
        await wrong.Refused(400, "request.invalid");
    }

    private async Task SendWhatNobodyShould()
    {
        foreach (var vendor in new[] { "jazzcash", "easypaisa", "payfast", "stripe" })
        {
            foreach (var card in Cards)
            {
                var form = $"pp_TxnRefNo=T1&cardNumber={Uri.EscapeDataString(card)}&note={Uri.EscapeDataString("paid with " + card)}&pp_CNIC={CnicLast6}&ppmpf_1={WalletPhone}&pin={Pin}&cnic={Cnic}";
                await _club.Say(vendor, form, "application/x-www-form-urlencoded");
                await _club.Say(vendor, $$$"""{"id":"evt_1","data":{"card":{"number":"{{{card}}}"},"text":"{{{card}}} of {{{Cnic}}}","mobileNumber":"{{{WalletPhone}}}","pp_MPIN":"{{{Pin}}}","cnicLast6":"{{{CnicLast6}}}"}}""", "application/json");
                await _club.Say(vendor, $"not a form at all {card} {Cnic} {WalletPhone}", "text/plain");
            }
        }
    }

    private static List<string> Found(string text)
    {
        var found = Credentials.Where(text.Contains).ToList();
        found.AddRange(Cards.SelectMany(card => Numbers(string.Concat(card.Where(char.IsAsciiDigit)))).Where(number => number.IsMatch(text)).Select(number => number.ToString()));
        found.AddRange(new[] { CnicLast6, Pin, Cnic.Replace("-", "", StringComparison.Ordinal), WalletPhone[1..], WalletPhone[..^2] + "01" }
            .SelectMany(Numbers).Where(number => number.IsMatch(text)).Select(number => number.ToString()));
        return found;
    }

    // The digits with anything people put between them, and no digit or fraction around: times, ids and hashes are no cards.
    private static IEnumerable<Regex> Numbers(string digits) =>
        [new Regex($@"(?<![0-9a-fA-F.])(\+?92|0)?{string.Join("[ -]?", digits.ToCharArray())}(?![0-9a-fA-F])", RegexOptions.CultureInvariant)];
}
