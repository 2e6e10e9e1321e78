using Padel.Identity.Codes;

namespace Padel.Tests.Identity;

public sealed class CodeRulesTests
{
    private const string Other = CodePurpose.PasswordReset;
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_code_goes_at_once() => CodeRules.Wait([], CodePurpose.SignIn, Now).ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(59, 1)]
    [InlineData(60, 0)]
    [InlineData(61, 0)]
    public void Another_code_waits_for_sixty_seconds(int secondsAgo, int wait) =>
        CodeRules.Wait([Issued(TimeSpan.FromSeconds(secondsAgo))], CodePurpose.SignIn, Now).ShouldBe(TimeSpan.FromSeconds(wait));

    [Fact]
    public void A_code_for_another_purpose_does_not_wait_for_this_one() =>
        CodeRules.Wait([Issued(TimeSpan.FromSeconds(1))], Other, Now).ShouldBe(TimeSpan.Zero);

    [Fact]
    public void The_sixth_code_within_an_hour_waits_until_the_first_is_an_hour_old()
    {
        IssuedCode[] issued = [.. Enumerable.Range(1, 5).Select(tens => Issued(TimeSpan.FromMinutes(10 * tens)))];
        CodeRules.Wait(issued, CodePurpose.SignIn, Now).ShouldBe(TimeSpan.FromMinutes(10));
        CodeRules.Wait(issued, Other, Now).ShouldBe(TimeSpan.FromMinutes(10)); // the limit is the contact's, whatever the codes are for
        CodeRules.Wait(issued, CodePurpose.SignIn, Now + TimeSpan.FromMinutes(10)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Codes_an_hour_old_do_not_count() =>
        CodeRules.Wait([.. Enumerable.Repeat(Issued(TimeSpan.FromHours(1)), 9)], CodePurpose.SignIn, Now).ShouldBe(TimeSpan.Zero);

    private static IssuedCode Issued(TimeSpan ago) => new(CodePurpose.SignIn, Now - ago);
}
