using Padel.Booking.Standing;
using Padel.Platform.Auth;

namespace Padel.Tests.Booking.Standing;

public sealed class KnownPlayerTests
{
    private static readonly KnownPlayer Known = new() { Name = "Sara", Phone = "+923001234567", PhoneVerified = false, HasAccount = true };

    [Fact]
    public void A_token_that_says_nothing_new_needs_no_writing() => Known.IsBehind(Token("Sara", verified: false)).ShouldBeFalse();

    [Fact]
    public void A_proof_or_another_name_is_news()
    {
        Known.IsBehind(Token("Sara", verified: true)).ShouldBeTrue();
        Known.IsBehind(Token("Sara Ahmed", verified: false)).ShouldBeTrue();
        (Known with { Phone = null }).IsBehind(Token("Sara", verified: false)).ShouldBeTrue();
    }

    [Fact]
    public void An_older_token_takes_nothing_back() => (Known with { PhoneVerified = true }).IsBehind(Token("Sara", verified: false)).ShouldBeFalse();

    [Fact]
    public void A_closed_account_is_not_learned_again() => (Known with { HasAccount = false }).IsBehind(Token("Sara Ahmed", verified: true)).ShouldBeFalse();

    private static Caller Token(string name, bool verified) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), name, "+923001234567", verified, null, false, false);
}
